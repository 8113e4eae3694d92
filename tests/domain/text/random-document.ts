import type { Mark, Node } from 'prosemirror-model';
import { textSchema } from '../../../domain/text/schema.ts';
import type { Random } from '../../random.ts';

const { marks } = textSchema;
const words = [
  'The',
  'rate',
  'fell',
  'poorly-executed',
  '5',
  'percent',
  '“quoted”',
  'naïve',
  '👩‍👩‍👧',
  '𝒳',
  '\u00a0',
  'мир',
  '中文',
];

/** Any document that the schema allows, empty containers included. */
export function randomDocument(random: Random): Node {
  return textSchema.node(
    'doc',
    null,
    many(random, 0, 4, () => textSchema.node('section', null, blocks(random, 3))),
  );
}

function many<T>(random: Random, from: number, to: number, make: () => T): T[] {
  return Array.from({ length: random.int(from, to) }, make);
}

function blocks(random: Random, depth: number): Node[] {
  return many(random, 0, 5, () => block(random, depth));
}

function block(random: Random, depth: number): Node {
  const kind = random.int(0, depth > 0 ? 7 : 4);
  if (kind === 3) return textSchema.node('horizontal_rule');
  if (kind === 4) return textSchema.node('code_block', null, code(random));
  if (kind === 5) return textSchema.node('blockquote', null, blocks(random, depth - 1));
  if (kind > 5) {
    const items = many(random, 0, 3, () =>
      textSchema.node('list_item', null, blocks(random, depth - 1)),
    );
    return kind === 6
      ? textSchema.node('bullet_list', null, items)
      : textSchema.node('ordered_list', { order: random.int(0, 9) }, items);
  }
  return kind === 2
    ? textSchema.node('heading', { level: random.int(1, 6) }, inline(random))
    : textSchema.node('paragraph', null, inline(random));
}

function code(random: Random): Node[] {
  return random.chance(0.3)
    ? []
    : [textSchema.text(many(random, 1, 4, () => random.pick(words)).join('\n'))];
}

function inline(random: Random): Node[] {
  return many(random, 0, 6, () =>
    random.chance(0.15)
      ? textSchema.node('hard_break')
      : textSchema.text(many(random, 1, 3, () => random.pick(words)).join(' '), someMarks(random)),
  );
}

function someMarks(random: Random): readonly Mark[] {
  let set: readonly Mark[] = [];
  if (random.chance(0.2)) set = marks['strong']?.create().addToSet(set) ?? set;
  if (random.chance(0.2)) set = marks['em']?.create().addToSet(set) ?? set;
  if (random.chance(0.1)) set = marks['code']?.create().addToSet(set) ?? set;
  if (random.chance(0.1))
    set = marks['link']?.create({ href: 'https://example.org/a' }).addToSet(set) ?? set;
  for (let i = random.int(0, 2); i > 0; i--) {
    const id = `anchor${String(random.int(0, 9)).padStart(15, '0')}`;
    set = marks['anchor']?.create({ id }).addToSet(set) ?? set;
  }
  return set;
}
