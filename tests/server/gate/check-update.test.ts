import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import { checkUpdate } from '../../../server/gate/check-update.ts';
import { typed } from './attacks/typed.ts';
import {
  anchor,
  blockOf,
  contextOf,
  own,
  ownToo,
  sampleDocument,
  server,
  textOf,
  updateBy,
  victim,
} from './document.ts';
import { deleted, forge, item, plain, words } from './forge.ts';

describe('what the document has already', () => {
  test('is ignored, the record and other people’s words included', () => {
    const doc = sampleDocument();
    expect(checkUpdate(Y.encodeStateAsUpdate(doc), contextOf(doc))).toEqual({ ok: 'ignore' });
  });

  test('is ignored from a reader', () => {
    const doc = sampleDocument();
    const context = contextOf(doc, { mayEditText: false });
    expect(checkUpdate(Y.encodeStateAsUpdate(doc), context)).toEqual({ ok: 'ignore' });
  });

  test('may come along with what is new, as from a page that loads its own store late', () => {
    const doc = sampleDocument();
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(page, typed(doc));
    const outcome = checkUpdate(Y.encodeStateAsUpdate(page), contextOf(doc));
    expect(outcome).toEqual({ ok: true, clients: [own] });
  });

  test('may be the beginning of an item whose end is new', () => {
    const doc = sampleDocument();
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
    page.clientID = own;
    textOf(page, 1).insert(23, '!');
    const whole = Y.encodeStateAsUpdate(page);
    expect(Y.decodeUpdate(whole).structs).toContainEqual(
      expect.objectContaining({
        id: expect.objectContaining({ client: own, clock: 0 }),
        length: 3,
      }),
    );
    expect(checkUpdate(whole, contextOf(doc))).toEqual({ ok: true, clients: [own] });
  });

  test('is no less ignored when it was deleted', () => {
    const doc = sampleDocument();
    const deletion = updateBy(doc, own, (copy) => textOf(copy, 1).delete(0, 4));
    Y.applyUpdate(doc, deletion);
    expect(checkUpdate(deletion, contextOf(doc))).toEqual({ ok: 'ignore' });
    const context = contextOf(doc, { mayEditText: false });
    expect(checkUpdate(deletion, context)).toEqual({ ok: 'ignore' });
  });
});

describe('an editor', () => {
  test.each<[string, (copy: Y.Doc) => void]>([
    ['types', (copy) => textOf(copy, 1).insert(3, 'x')],
    ['makes words bold', (copy) => textOf(copy, 1).format(0, 6, { strong: {} })],
    ['links', (copy) => textOf(copy, 1).format(0, 6, { link: { href: 'https://a.org/b' } })],
    [
      'carries an anchor along',
      (copy) => textOf(copy, 1).insert(20, 'x', { [anchorKey(anchor)]: { id: anchor } }),
    ],
    ['ends an anchor', (copy) => textOf(copy, 1).format(0, 6, { [anchorKey(anchor)]: null })],
    ['changes a level', (copy) => blockOf(copy, 0).setAttribute('level', 6 as unknown as string)],
    [
      'types and deletes before it is sent',
      (copy) => {
        textOf(copy, 1).insert(3, 'xyz');
        textOf(copy, 1).delete(3, 3);
      },
    ],
    [
      'makes a block and deletes it',
      (copy) => {
        const section = blockOf(copy, 0).parent as Y.XmlElement;
        section.insert(0, [new Y.XmlElement('paragraph')]);
        blockOf(copy, 0).insert(0, [new Y.XmlText('gone')]);
        section.delete(0, 1);
      },
    ],
    ['deletes everything', (copy) => copy.getXmlFragment('text').delete(0, 1)],
  ])('%s', (_, work) => {
    const doc = sampleDocument();
    expect(checkUpdate(updateBy(doc, own, work), contextOf(doc))).toMatchObject({ ok: true });
  });

  test('may delete words of the server and of others', () => {
    const doc = sampleDocument();
    const bytes = forge(
      [],
      [
        [server, [10, 5]],
        [victim, [0, 1]],
      ],
    );
    expect(checkUpdate(bytes, contextOf(doc))).toEqual({ ok: true, clients: [] });
  });

  test('may write from two pages of their own at once, each on the other’s words', () => {
    const doc = sampleDocument();
    const bytes = forge([
      {
        client: own,
        clock: 2,
        structs: [
          item({ left: [own, 1], content: words('a') }),
          item({ left: [ownToo, 0], content: words('c') }),
        ],
      },
      {
        client: ownToo,
        clock: 0,
        structs: [item({ left: [own, 2], content: words('b') }), plain(0, 2)],
      },
    ]);
    expect(checkUpdate(bytes, contextOf(doc))).toEqual({ ok: true, clients: [own, ownToo] });
  });

  test('may bring lengths alone in place of what they deleted offline', () => {
    const doc = sampleDocument();
    const structs = [item({ left: [own, 1], content: deleted(5) }), plain(0, 7)];
    const bytes = forge([{ client: own, clock: 2, structs }]);
    expect(checkUpdate(bytes, contextOf(doc))).toEqual({ ok: true, clients: [own] });
  });
});

describe('formatting that a page tidies up by itself', () => {
  const tidyUp = forge([], [[server, [39, 2]]]);

  test.each([
    ['a reader', { mayEditText: false }],
    ['an editor of a locked text', { locked: true }],
  ])('is dropped from %s', (_, from) => {
    const doc = sampleDocument();
    expect(checkUpdate(tidyUp, contextOf(doc, from))).toEqual({ ok: 'ignore' });
  });

  test('is applied from an editor', () => {
    const doc = sampleDocument();
    expect(checkUpdate(tidyUp, contextOf(doc))).toEqual({ ok: true, clients: [] });
  });
});
