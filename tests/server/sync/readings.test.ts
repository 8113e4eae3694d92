import type * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../domain/protocol/frame.ts';
import { until } from '../../until.ts';
import { type Office, openOffice } from './office.ts';
import { RawClient } from './raw-client.ts';

/** What this page was told of somebody's reading, by now. */
function readBy(client: RawClient, person: number): string[] {
  let blocks: string[] = [];
  for (const told of client.all('reading') as Message<'reading'>[]) {
    if (told.person !== person) continue;
    blocks = told.anew ? [...told.blocks] : [...blocks, ...told.blocks];
  }
  return blocks.sort();
}

/** The ids of the paragraphs, in order. */
function blocksOf(doc: Y.Doc): string[] {
  const section = doc.getXmlFragment('text').get(0) as Y.XmlElement;
  return section.toArray().map(({ _item }) => `${_item?.id.client}:${_item?.id.clock}`);
}

const roles = { anna: 'analyst', leo: 'lead', eve: 'editor', vera: 'viewer' } as const;
const three = { text: ['The rate fell.', 'Nobody knows why.', 'It will rise again.'] };

async function note(office: Office, name: string, blocks: string[], place: string | null = null) {
  const room = await office.rooms.open(office.document);
  await room.readings.note(office.person(name), blocks, place);
}

describe('What somebody reads', () => {
  test('is told to all who have the document open, once, and to those who come', async () => {
    await using office = await openOffice(roles, three);
    const anna = await RawClient.join(office, 'anna');
    const [first = '', second = ''] = blocksOf(anna.doc);
    const vera = office.person('vera');
    await note(office, 'vera', [first, first]);
    await note(office, 'vera', [first, second]);
    await until('both', () => readBy(anna, vera).length === 2);
    expect(anna.all('reading')).toHaveLength(2);
    const later = await RawClient.join(office, 'leo');
    expect(readBy(later, vera)).toEqual([first, second].sort());
  });

  test('is there when the room is opened again, with where they were', async () => {
    await using office = await openOffice(roles, three);
    const anna = await RawClient.join(office, 'anna');
    const [first = '', second = ''] = blocksOf(anna.doc);
    await note(office, 'vera', [first], second);
    await office.rooms.shut(office.document, 'Again.');
    const again = await RawClient.join(office, 'anna');
    expect(readBy(again, office.person('vera'))).toEqual([first]);
    const places = await office.database.query.selectFrom('reading_places').selectAll().execute();
    expect(places).toEqual([
      { document: office.document.id, person: office.person('vera'), block: second },
    ]);
  });

  test('keeps its block while the text is edited around it, and loses one that is gone', async () => {
    await using office = await openOffice(roles, three);
    const eve = await RawClient.join(office, 'eve');
    const [first = '', second = ''] = blocksOf(eve.doc);
    await note(office, 'vera', [second]);
    eve.edit((doc) => (doc.getXmlFragment('text').get(0) as Y.XmlElement).delete(0, 1));
    await until('the deletion', () => eve.acked > 0);
    await note(office, 'vera', [first]);
    expect(blocksOf(eve.doc)[0]).toBe(second);
    expect(readBy(eve, office.person('vera'))).toEqual([second]);
  });

  test('is stored only of text blocks that there are', async () => {
    await using office = await openOffice(roles, three);
    const anna = await RawClient.join(office, 'anna');
    const [first = ''] = blocksOf(anna.doc);
    const [client = '', clock = ''] = first.split(':');
    const section = `${client}:0`;
    const strange = [
      section,
      '1:1',
      '4294967295:999999999999999',
      `${client}:${Number(clock) + 1}`,
      `${client}:999999999999999`,
    ];
    await note(office, 'vera', strange, section);
    const rows = await office.database.query.selectFrom('read_blocks').selectAll().execute();
    expect(rows).toEqual([]);
  });

  test('is kept from others by whoever asks for that, and shown again', async () => {
    await using office = await openOffice(roles, three);
    const anna = await RawClient.join(office, 'anna');
    const own = await RawClient.join(office, 'vera');
    const vera = office.person('vera');
    const [first = '', second = ''] = blocksOf(anna.doc);
    await note(office, 'vera', [first]);
    await until('the first', () => readBy(anna, vera).length === 1);
    office.rooms.showReading(vera, false);
    await until('nothing', () => readBy(anna, vera).length === 0);
    await note(office, 'vera', [second]);
    await until('my own', () => readBy(own, vera).length === 2);
    const newcomer = await RawClient.join(office, 'leo');
    expect([readBy(anna, vera), readBy(newcomer, vera)]).toEqual([[], []]);
    office.rooms.showReading(vera, true);
    await until('both again', () => readBy(newcomer, vera).length === 2);
  });
});
