/** Applies an update that the first check passed, and lets the second look at what it did before anybody else does. */
import * as Y from 'yjs';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { findBreach, findCleanupBreach } from './check-effect.ts';
import type { GateContext } from './context.ts';

/** The document's own `update` events, in order: what is stored and sent, never the sender's bytes. */
export interface AppliedUpdate {
  /** The sender's change; empty if it changed nothing. */
  readonly own: readonly Uint8Array[];
  /** The formatting that Yjs then removed by itself: the system's doing. */
  readonly cleanups: readonly Uint8Array[];
}

/**
 * On a refusal (`gate-breach`) the change is in the document, perhaps by half:
 * throw the document away, send nothing of it, and read it anew. No observer
 * of the document may write to it, for that would count as a clean-up.
 */
export function applyChecked(
  doc: Y.Doc,
  bytes: Uint8Array,
  origin: unknown,
  context: GateContext,
): AppliedUpdate | Refusal {
  const own: Uint8Array[] = [];
  const cleanups: Uint8Array[] = [];
  const roots = doc.share.size;
  let first: Y.Transaction | undefined;
  let breach: string | null = null;
  const inspect = (transaction: Y.Transaction): void => {
    first ??= transaction;
    // A throw here would leave Yjs' own clean-up of the transaction undone.
    breach ??= attempt(() =>
      transaction === first ? findBreach(transaction, context) : findCleanupBreach(transaction),
    );
  };
  const gather = (
    update: Uint8Array,
    _origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    (transaction === first ? own : cleanups).push(update);
  };
  doc.on('beforeObserverCalls', inspect);
  doc.on('update', gather);
  const thrown = attempt(() => {
    Y.applyUpdate(doc, bytes, origin);
    return null;
  });
  doc.off('beforeObserverCalls', inspect);
  doc.off('update', gather);
  breach ??= thrown ?? (doc.share.size === roots ? null : 'a new root');
  return breach === null
    ? { own, cleanups }
    : refuse('gate-breach', `This change was stopped after it was read: ${breach}.`);
}

function attempt(work: () => string | null): string | null {
  try {
    return work();
  } catch (error) {
    return `it threw ${String(error)}`;
  }
}
