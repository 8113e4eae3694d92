// One person edits, another looks on, a third comes later: all see the claim
// where it belongs. y-prosemirror as it is, the server's repairer in the loop.
import { describe, expect, test } from 'vitest';
import { anchorState } from '../../domain/anchor/anchor-state.ts';
import { Desk } from './desk.ts';
import { blocks } from './alone/blocks.ts';
import { marksMoved } from './alone/marks.ts';
import { pasting } from './alone/pasting.ts';
import { CLAIM, rate, type Row, X } from './alone/row.ts';
import { typing } from './alone/typing.ts';

const rows: readonly Row[] = [...typing, ...blocks, ...pasting, ...marksMoved];

describe('one editor, everybody else looking on', () => {
  for (const row of rows) {
    const title =
      row.degraded === undefined
        ? row.name
        : `${row.name} (stock binding; at best "${row.degraded}")`;
    test(title, () => {
      const desk = new Desk(row.doc ?? rate);
      const actor = desk.join();
      const peer = desk.join();
      const claim = row.claim ?? CLAIM;
      desk.mark(X, claim);
      expect(peer.words(X)).toBe(claim);
      row.edit(actor, desk);
      desk.settle();
      const later = desk.reload();
      expect({
        actor: actor.words(X),
        peer: peer.words(X),
        later: later.words(X),
        server: desk.book.words(X),
      }).toEqual({ actor: row.words, peer: row.words, later: row.words, server: row.words });
      expect(peer.text).toBe(actor.text);
      expect(later.text).toBe(actor.text);
      expect(desk.repairs.map((repair) => repair.kind)).toEqual(row.repairs ?? []);
      expect(anchorState(desk.book.words(X), claim)).toBe(
        row.words === ''
          ? 'removed'
          : row.words.replaceAll(/\s+/g, ' ') === claim.replaceAll(/\s+/g, ' ')
            ? 'exact'
            : 'changed',
      );
    });
  }
});
