import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentHandle, LiveDocument } from '../../../client/store/document.ts';
import { openDocument } from '../../../client/store/open-document.ts';
import { openDevice } from '../../../client/sync/device.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { blankSettings } from '../../../domain/record/settings.ts';
import { TinyRoom } from '../sync/tiny-room.ts';
import { until } from '../until.ts';

let room: TinyRoom;
let handles: DocumentHandle[] = [];
let device: ReturnType<typeof openDevice>;
let count = 0;

beforeEach(async () => {
  count += 1;
  device = openDevice(`attest-${count}`);
  room = new TinyRoom();
  room.lineage = `lineage-${count}`;
  paragraph(room.doc, 'The rate fell.');
  room.doc.getMap('settings').set('title', 'A report');
  await room.start();
});

afterEach(async () => {
  await Promise.all(handles.map((handle) => handle.close()));
  handles = [];
  await room.stop();
});

function paragraph(doc: Y.Doc, words: string): Y.XmlText {
  const text = new Y.XmlText(words);
  const block = new Y.XmlElement('paragraph');
  const section = new Y.XmlElement('section');
  section.insert(0, [block]);
  doc.getXmlFragment('text').insert(0, [section]);
  block.insert(0, [text]);
  return text;
}

function open(): DocumentHandle {
  const handle = openDocument('doc', { server: room.address, fetch: room.fetch, device });
  handles.push(handle);
  return handle;
}

async function opened(handle = open()): Promise<{ handle: DocumentHandle; live: LiveDocument }> {
  await until(() => handle.getSnapshot().live !== null, 'the document is open');
  const { live } = handle.getSnapshot();
  if (!live) throw new Error('not open');
  return { handle, live };
}

function firstText(doc: Y.Doc): Y.XmlText {
  const section = doc.getXmlFragment('text').get(0) as Y.XmlElement;
  return (section.get(0) as Y.XmlElement).get(0) as Y.XmlText;
}

const saved = (handle: DocumentHandle): string => handle.getSnapshot().saved.kind;

describe('Opening', () => {
  test('gives the document once it is in step, writing under the id of the session', async () => {
    const { handle, live } = await opened();
    expect(firstText(live.doc).toString()).toBe('The rate fell.');
    expect(live.doc.clientID).toBe(live.session.client);
    expect(live.awareness.clientID).toBe(live.session.client);
    expect(handle.getSnapshot().connection).toEqual({ kind: 'live' });
    await until(() => saved(handle) === 'saved', 'the first state is acknowledged');
    expect(live.store.getState().settings).toEqual({ ...blankSettings(''), title: 'A report' });
    expect(live.store.getState().people.get(7)?.name).toBe('Ada');
  });

  test('tells why it was refused and stops', async () => {
    const problem = { code: 'forbidden', title: 'You have no access.', status: 403 };
    const handle = openDocument('doc', {
      server: room.address,
      fetch: () => Promise.resolve(new Response(JSON.stringify(problem), { status: 403 })),
      device,
    });
    handles.push(handle);
    await until(() => handle.getSnapshot().connection.kind === 'closed', 'it is closed');
    expect(handle.getSnapshot().connection).toEqual({
      kind: 'closed',
      code: 'forbidden',
      reason: 'You have no access.',
    });
    expect(room.sockets).toBe(0);
  });
});

describe('Saved', () => {
  test('rests on the acknowledgement alone: an echo is not enough', async () => {
    const { handle, live } = await opened();
    await until(() => saved(handle) === 'saved', 'it begins saved');
    room.acknowledges = false;
    firstText(live.doc).insert(0, 'X');
    expect(handle.getSnapshot().saved).toEqual({ kind: 'saving', changes: 1 });
    await until(() => firstText(room.doc).toString().startsWith('X'), 'the server has it');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(saved(handle)).toBe('saving');
    room.acknowledges = true;
    firstText(live.doc).insert(0, 'Y');
    // An acknowledgement covers all frames before it.
    await until(() => saved(handle) === 'saved', 'both are acknowledged');
  });

  test('says how many changes are kept while the server is away, and sends them when it is back', async () => {
    const { handle, live } = await opened();
    await until(() => saved(handle) === 'saved', 'it begins saved');
    await room.stop();
    await until(() => saved(handle) === 'offline', 'the loss is noticed');
    firstText(live.doc).insert(0, 'A ');
    firstText(live.doc).insert(0, 'B ');
    live.store.dispatch('settings.edit', { changes: { title: 'Changed offline' } });
    expect(handle.getSnapshot().saved).toEqual({ kind: 'offline', changes: 3 });
    expect(live.store.getState().settings.title).toBe('Changed offline');
    const before = room.received.length;
    await room.start();
    await until(() => saved(handle) === 'saved', 'all of it is acknowledged');
    expect(firstText(room.doc).toString()).toBe('B A The rate fell.');
    const kinds = room.received.slice(before).filter(({ kind }) => kind !== 'presence');
    // Sync, then text (here part of the state), then the outbox.
    expect(kinds.map(({ kind }) => kind)).toEqual(['state', 'command']);
  });

  test('a deletion, which moves no clock, is acknowledged like anything else', async () => {
    const { handle, live } = await opened();
    await until(() => saved(handle) === 'saved', 'it begins saved');
    firstText(live.doc).delete(0, 4);
    expect(saved(handle)).toBe('saving');
    await until(() => saved(handle) === 'saved', 'the deletion is acknowledged');
    expect(firstText(room.doc).toString()).toBe('rate fell.');
  });
});

describe('Commands', () => {
  test('are retried after a reconnect under the same id, in order, until their result comes', async () => {
    const { handle, live } = await opened();
    room.answer = () => null;
    const first = live.store.dispatch('settings.edit', { changes: { title: 'One' } });
    const second = live.store.dispatch('text.lock', {});
    await until(() => room.commands().length === 2, 'both are sent');
    expect(saved(handle)).toBe('saving');
    await room.stop();
    const answered: string[] = [];
    room.answer = ({ commandId }) => {
      answered.push(commandId);
      return { commandId, seq: answered.length };
    };
    await room.start();
    const results = await Promise.all([first.result, second.result]);
    expect(answered).toEqual([first.commandId, second.commandId]);
    expect(results.map((result) => (isRefusal(result) ? result.code : result.seq))).toEqual([1, 2]);
    expect(saved(handle)).toBe('saved');
  });

  test('survive the page: the next one sends them', async () => {
    const { handle, live } = await opened();
    room.answer = () => null;
    live.store.dispatch('settings.edit', { changes: { title: 'One' } });
    await until(() => room.commands().length === 1, 'it is sent');
    await handle.close();
    const [sent] = room.commands();
    room.answer = ({ commandId }) => ({ commandId, seq: 9 });
    const next = await opened();
    await until(() => room.commands().length === 2, 'it is sent again');
    expect(room.commands()[1]).toBe(sent);
    await until(() => saved(next.handle) === 'saved', 'its result came');
    await next.handle.close();
    expect(await (await device).waiting(`attest/doc/${room.lineage}/7`)).toEqual([]);
  });

  test('that are refused after a reload come back as words', async () => {
    const { handle, live } = await opened();
    room.answer = () => null;
    live.store.dispatch('settings.edit', { changes: { byline: 'Ada and Grace' } });
    await until(() => room.commands().length === 1, 'it is sent');
    await handle.close();
    room.answer = ({ commandId }) => ({ commandId, code: 'not-allowed', reason: 'Not you.' });
    const next = await opened();
    await until(() => next.handle.getSnapshot().handedBack.length === 1, 'it is handed back');
    expect(next.handle.getSnapshot().handedBack[0]).toMatchObject({
      kind: 'command',
      code: 'not-allowed',
      reason: 'Not you.',
      words: 'Ada and Grace',
      command: 'settings.edit',
    });
  });
});

describe('A refused change of the text', () => {
  test('is handed back as words, then the page starts over under another id', async () => {
    const { handle, live } = await opened();
    await until(() => saved(handle) === 'saved', 'it begins saved');
    firstText(live.doc).insert(3, ' kept');
    await until(() => saved(handle) === 'saved', 'the first words are saved');
    room.refuseNext = 'text-locked';
    firstText(live.doc).insert(firstText(live.doc).length, ' Refused words.');
    await until(
      () => (handle.getSnapshot().live?.generation ?? 0) > live.generation,
      'it started over',
    );
    const next = handle.getSnapshot();
    expect(next.handedBack).toHaveLength(1);
    expect(next.handedBack[0]).toMatchObject({
      kind: 'text',
      code: 'text-locked',
      words: 'Refused words.',
    });
    expect(next.live?.session.client).not.toBe(live.session.client);
    expect(firstText(next.live?.doc ?? new Y.Doc()).toString()).toBe('The kept rate fell.');
    expect(next.connection).toEqual({ kind: 'live' });
    // The words outlive the page until somebody dismisses them.
    await handle.close();
    const again = await opened();
    expect(again.handle.getSnapshot().handedBack[0]?.words).toBe('Refused words.');
    again.handle.dismiss(again.handle.getSnapshot().handedBack[0]?.id ?? '');
    expect(again.handle.getSnapshot().handedBack).toEqual([]);
  });

  test('leaves nothing of it in the local copy', async () => {
    const { handle, live } = await opened();
    await until(() => saved(handle) === 'saved', 'it begins saved');
    room.refuseNext = 'outside-schema';
    firstText(live.doc).insert(0, 'Poison. ');
    await until(
      () => (handle.getSnapshot().live?.generation ?? 0) > live.generation,
      'it started over',
    );
    await handle.close();
    const { live: again } = await opened();
    expect(firstText(again.doc).toString()).toBe('The rate fell.');
  });

  test('makes the other tab let go of the copy and write its own anew', async () => {
    const one = await opened();
    const other = await opened();
    await until(
      () => saved(other.handle) === 'saved' && saved(one.handle) === 'saved',
      'both are saved',
    );
    firstText(other.live.doc).insert(0, 'Other. ');
    await until(() => saved(other.handle) === 'saved', 'the other tab is saved');
    room.refuseNext = 'outside-schema';
    firstText(one.live.doc).insert(0, 'Poison. ');
    await until(
      () => (one.handle.getSnapshot().live?.generation ?? 0) > one.live.generation,
      'it started over',
    );
    // The other tab goes on, offline words included.
    await room.stop();
    await until(
      () => other.handle.getSnapshot().connection.kind === 'offline',
      'the other is offline',
    );
    firstText(other.live.doc).insert(0, 'Offline. ');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([one.handle.close(), other.handle.close()]);
    await room.start();
    const { live } = await opened();
    await until(() => firstText(room.doc).toString().startsWith('Offline. '), 'its words arrived');
    expect(firstText(live.doc).toString()).toBe('Offline. Other. The rate fell.');
  });

  test('twice in a row does not go round in circles', async () => {
    const { handle, live } = await opened();
    await until(() => saved(handle) === 'saved', 'it begins saved');
    room.acknowledges = false;
    let { generation } = live;
    for (let round = 0; round < 3; round += 1) {
      room.refuseNext = 'outside-schema';
      const now = handle.getSnapshot().live;
      if (!now) throw new Error('not open');
      firstText(now.doc).insert(0, 'No. ');
      if (round === 2) break;
      await until(
        () => (handle.getSnapshot().live?.generation ?? 0) > generation,
        'it started over',
      );
      generation = handle.getSnapshot().live?.generation ?? 0;
    }
    await until(() => handle.getSnapshot().connection.kind === 'closed', 'it stopped');
    expect(handle.getSnapshot().handedBack).toHaveLength(3);
  });
});

describe('A final close', () => {
  test.each([
    [4401, 'signed-out'],
    [4403, 'forbidden'],
    [4404, 'not-found'],
  ])('%i says %s and tries nothing more', async (code, word) => {
    const { handle } = await opened();
    room.close(code);
    await until(() => handle.getSnapshot().connection.kind === 'closed', 'it is closed');
    expect(handle.getSnapshot().connection).toMatchObject({ kind: 'closed', code: word });
    await until(() => room.sockets === 0, 'the socket is gone');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(room.sockets).toBe(0);
    handle.restart();
    await opened(handle);
  });

  test('that only asks to slow down is tried again', async () => {
    const { handle } = await opened();
    room.close(4429);
    await until(() => handle.getSnapshot().connection.kind === 'offline', 'the loss is noticed');
    await until(() => handle.getSnapshot().connection.kind === 'live', 'it is back');
  });
});

describe('Another lineage', () => {
  test('never meets the old copy: unsent words are offered, the document is the new one', async () => {
    const { handle } = await opened();
    await until(() => saved(handle) === 'saved', 'it begins saved');
    await room.stop();
    await until(() => saved(handle) === 'offline', 'the loss is noticed');
    const { live } = await opened(handle);
    firstText(live.doc).insert(0, 'Never sent. ');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await handle.close();

    const restored = new TinyRoom();
    restored.lineage = `restored-${count}`;
    paragraph(restored.doc, 'The rate rose.');
    await restored.start();
    const again = openDocument('doc', { server: restored.address, fetch: restored.fetch, device });
    handles.push(again);
    const next = await opened(again);
    expect(firstText(next.live.doc).toString()).toBe('The rate rose.');
    expect(firstText(restored.doc).toString()).toBe('The rate rose.');
    expect(again.getSnapshot().handedBack).toMatchObject([
      { kind: 'leftover', words: 'Never sent.' },
    ]);
    await restored.stop();
  });
});
