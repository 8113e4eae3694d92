/** y-websocket as it is published, each major line of it, in one room with a page of ours. */
import { WebSocket } from 'ws';
import { WebsocketProvider as Newest } from 'y-websocket';
import { WebsocketProvider as Two } from 'y-websocket-2';
import { WebsocketProvider as Three } from 'y-websocket-3.0';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '../../../domain/text/schema.ts';
import { until } from '../../until.ts';
import { firstText, type Office, openOffice } from './office.ts';
import { RawClient } from './raw-client.ts';

const versions = [
  ['2.1', Two],
  ['3.0', Three],
  ['3.1', Newest],
] as const;
type Stock = InstanceType<(typeof versions)[number][1]>;

const open: Stock[] = [];
afterEach(() => {
  for (const provider of open.splice(0)) provider.destroy();
});

interface Dialled {
  readonly provider: Stock;
  /** How often it has dialled. */
  readonly dials: () => number;
}

function dial(
  office: Office,
  Provider: (typeof versions)[number][1],
  name: string,
  lineage = office.document.lineage,
): Dialled {
  let dials = 0;
  class Counting extends WebSocket {
    constructor(address: string) {
      super(address);
      dials += 1;
    }
  }
  const provider = new Provider(office.url, office.document.publicId, new Y.Doc(), {
    params: { token: name, schema: String(SCHEMA_VERSION), lineage },
    // The packages ask for a browser's class; `ws` has what they use of it.
    WebSocketPolyfill: Counting as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  open.push(provider);
  return { provider, dials: () => dials };
}

/** Under whose names people are present here, as this client was told. */
function names({ awareness }: Stock): string[] {
  return [...awareness.getStates().values()]
    .flatMap((state) => (state['user'] as { name: string } | undefined)?.name ?? [])
    .sort();
}

test('all of them and a page of ours write, read and see each other in one room', async () => {
  await using office = await openOffice({
    ana: 'editor',
    ben: 'editor',
    cleo: 'editor',
    dan: 'editor',
  });
  const ours = await RawClient.join(office, 'ana');
  const people = ['ben', 'cleo', 'dan'];
  const stock = versions.map(
    ([, Provider], at) => dial(office, Provider, people[at] ?? '').provider,
  );
  await until('all have synced', () => stock.every(({ synced }) => synced));
  ours.edit((doc) => firstText(doc).insert(0, 'ours '));
  stock.forEach(({ doc }, at) => firstText(doc).insert(0, `${versions[at]?.[0]} `));
  const all = [ours.doc, ...stock.map(({ doc }) => doc)];
  const words = (): Set<string> => new Set(all.map((doc) => firstText(doc).toString()));
  await until('they have come together', () => {
    const [first = ''] = words();
    return (
      words().size === 1 && ['ours ', '2.1 ', '3.0 ', '3.1 '].every((each) => first.includes(each))
    );
  });
  for (const { awareness } of stock) awareness.setLocalStateField('cursor', null);
  await until('each sees the others', () =>
    stock.every((provider, at) =>
      people.every((name, of) => of === at || names(provider).includes(name)),
    ),
  );
});

describe.each(versions)('%s', (_version, Provider) => {
  test('refused, it is kept waiting instead of dialling again and again', async () => {
    await using office = await openOffice({ ana: 'editor' }, { hold: 1_500 });
    const stranger = dial(office, Provider, 'nobody');
    await until('it has dialled', () => stranger.dials() === 1);
    await new Promise((done) => setTimeout(done, 1_200));
    // Without the wait it would be at its fourth by now.
    expect(stranger.dials()).toBe(1);
    expect(stranger.provider.synced).toBe(false);
  });

  test('a viewer that writes is told no and kept waiting; nobody hears of it', async () => {
    await using office = await openOffice({ ana: 'editor', vic: 'viewer' }, { hold: 1_500 });
    const ana = await RawClient.join(office, 'ana');
    const { provider, dials } = dial(office, Provider, 'vic');
    await until('it has synced', () => provider.synced);
    firstText(provider.doc).insert(0, 'Vic was here. ');
    const room = await office.rooms.open(office.document);
    await until('it is out of the room', () => room.members.size === 1);
    ana.edit((doc) => firstText(doc).insert(0, 'Ana goes on. '));
    await until('her words are answered', () => ana.acked > 0);
    expect(firstText(room.live.doc).toString()).not.toContain('Vic');
    expect(firstText(provider.doc).toString()).not.toContain('Ana goes on');
    expect(dials()).toBe(1);
  });
});
