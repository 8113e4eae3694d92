/** A room's document with text, an anchor and somebody's verdict in it, and what the gate knows about a sender. */
import * as Y from 'yjs';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import type { GateContext } from '../../../server/gate/context.ts';

export const anchor = 'aaaaaaaaaaaaaaaaaaaaa';
export const stranger = 'sssssssssssssssssssss';
/** Client ids: the server's, the sender's two pages, and another person's. */
export const server = 1;
export const own = 100;
export const ownToo = 101;
export const victim = 200;

export const roots = [
  'claims',
  'sources',
  'evidence',
  'verdicts',
  'reviews',
  'rulings',
  'comments',
  'settings',
];

/** As a room makes it: every root has its type before anything arrives. */
export function emptyDocument(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  doc.getXmlFragment('text');
  for (const root of roots) doc.getMap(root);
  return doc;
}

/**
 * The server wrote `section(heading, paragraph, code_block)` with the anchor
 * on "Growth", a verdict and the settings; the victim's page typed "!" and the
 * sender's own page typed "Hi".
 */
export function sampleDocument(): Y.Doc {
  const doc = emptyDocument(server);
  const block = (name: string, words: string): Y.XmlElement => {
    const element = new Y.XmlElement(name);
    element.insert(0, [new Y.XmlText(words)]);
    return element;
  };
  doc.transact(() => {
    const section = new Y.XmlElement('section');
    doc.getXmlFragment('text').insert(0, [section]);
    const heading = block('heading', 'Title');
    section.insert(0, [
      heading,
      block('paragraph', 'Growth slowed in May.'),
      block('code_block', 'a = 1'),
    ]);
    heading.setAttribute('level', 2 as unknown as string);
    textOf(doc, 1).format(0, 6, { [anchorKey(anchor)]: { id: anchor } });
    doc.getMap('verdicts').set('claim:1', { by: 1, rating: 'true' });
    doc.getMap('settings').set('lock', { locked: false });
  });
  typeAs(doc, victim, (copy) => textOf(copy, 0).insert(5, '!'));
  typeAs(doc, own, (copy) => textOf(copy, 1).insert(21, 'Hi'));
  return doc;
}

/** The words of the block of that index. */
export function textOf(doc: Y.Doc, block: number): Y.XmlText {
  const element = blockOf(doc, block);
  const run = element.get(0);
  if (!(run instanceof Y.XmlText)) throw new TypeError(`Block ${block} has no words`);
  return run;
}

export function blockOf(doc: Y.Doc, block: number): Y.XmlElement {
  const section = doc.getXmlFragment('text').get(0);
  const element = section instanceof Y.XmlElement ? section.get(block) : null;
  if (!(element instanceof Y.XmlElement)) throw new TypeError(`No block ${block}`);
  return element;
}

/** What a page with this client id would send after `work`. */
export function updateBy(doc: Y.Doc, client: number, work: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = client;
  const sent: Uint8Array[] = [];
  copy.on('update', (update) => sent.push(update));
  copy.transact(() => work(copy));
  return Y.mergeUpdates(sent);
}

function typeAs(doc: Y.Doc, client: number, work: (copy: Y.Doc) => void): void {
  Y.applyUpdate(doc, updateBy(doc, client, work));
}

/** An editor of an unlocked text, unless said otherwise. */
export function contextOf(doc: Y.Doc, changes: Partial<GateContext> = {}): GateContext {
  const anchors = new Map([[anchorKey(anchor), anchor]]);
  return {
    doc,
    ownsClient: (client) => client === own || client === ownToo,
    mayEditText: true,
    locked: false,
    anchorOf: (key) => anchors.get(key),
    ...changes,
  };
}
