/** Whether something may stand where it would land: the schema's tables, applied to one struct of an update. */
import { markRules, nodeRules, isAnchorValue } from '../../domain/text/rules.ts';
import { isAnchorKey } from '../../domain/text/mark-key.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import type { Content, Struct } from './decode.ts';
import { COMPOUND, typeRef } from './decode.ts';
import { MAX_DEPTH, type GateContext } from './context.ts';
import type { Container, Place } from './placement.ts';

/** Null if it may. */
export function refuseAt(place: Place, struct: Struct, context: GateContext): Refusal | null {
  const { container, key } = place;
  const { content } = struct;
  if (container.kind === 'foreign') {
    return refuse(
      'foreign-root',
      'This change writes outside the text. Records change by commands alone.',
    );
  }
  if (content === null) return null;
  if (container.depth >= MAX_DEPTH)
    return outside('Something in this change is nested too deeply.');
  if (container.kind === 'run')
    return key === null ? refuseInRun(container, content, context) : unknownAttribute(key);
  return key === null ? refuseChild(container, content) : refuseAttribute(container, key, content);
}

function refuseChild(container: Container, content: Content): Refusal | null {
  const rule = nodeRules.get(container.node);
  if (content.kind === 'deleted') return null;
  if (rule !== undefined && content.kind === 'type') {
    if (content.ref === typeRef.xmlText && rule.text) return null;
    if (content.ref === typeRef.xmlElement && rule.children.has(content.name ?? '')) return null;
  }
  return outside(`Something in this change cannot stand in a ${container.node}.`);
}

function refuseAttribute(container: Container, key: string, content: Content): Refusal | null {
  const valid = nodeRules.get(container.node)?.attributes.get(key);
  if (valid === undefined) return unknownAttribute(key);
  if (content.kind === 'deleted') return null;
  // Yjs joins values that were overwritten one after the other; the last one counts.
  if (content.kind === 'any' && content.values.every((value) => value !== COMPOUND && valid(value)))
    return null;
  return outside(`This change gives “${key}” a value that it cannot have.`);
}

function refuseInRun(container: Container, content: Content, context: GateContext): Refusal | null {
  if (content.kind === 'deleted' || content.kind === 'string') return null;
  if (content.kind !== 'format')
    return outside('Something in this change cannot stand among words.');
  return isAnchorKey(content.key)
    ? refuseAnchor(container, content.key, content.value, context)
    : refuseMark(container, content.key, content.value);
}

function refuseMark(container: Container, key: string, value: unknown): Refusal | null {
  const rule = markRules.get(key);
  if (rule === undefined || nodeRules.get(container.node)?.marks.has(key) !== true) {
    return outside(`This change formats a ${container.node} in a way that it cannot have.`);
  }
  return value === null || rule.value(value)
    ? null
    : outside(`This change gives “${key}” a value that it cannot have.`);
}

/** Clients carry anchors along when they split or move text; only the server makes one. */
function refuseAnchor(
  container: Container,
  key: string,
  value: unknown,
  context: GateContext,
): Refusal | null {
  if (nodeRules.get(container.node)?.marks.has('anchor') !== true)
    return outside(`A ${container.node} cannot bear an anchor.`);
  const id = context.anchorOf(key);
  if (id !== undefined && (value === null || (isAnchorValue(value) && value.id === id)))
    return null;
  return refuse('unknown-anchor', 'This change marks a claim that this document never had.');
}

function unknownAttribute(key: string): Refusal {
  return outside(`This change sets “${key}”, which nothing there has.`);
}

function outside(reason: string): Refusal {
  return refuse('outside-schema', reason);
}
