/**
 * People work in a room while somebody else in it sends what was made of their
 * own frames. After each batch: nobody was disturbed, nothing waits in the
 * store, nothing changed that this role may not change.
 */
import * as Y from 'yjs';
import * as encoding from 'lib0/encoding';
import { encodeMessage } from '../../domain/protocol/frame.ts';
import { recordRoots } from '../../domain/record/state.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';
import type { Room } from '../../server/sync/room.ts';
import type { Random } from '../random.ts';
import { firstText, type Office, openOffice } from '../server/sync/office.ts';
import { Line, settled } from './line.ts';
import { hostileFrame } from './mutate.ts';

const HONEST = ['ana', 'ben'] as const;
const HOSTILE = ['vic', 'lys', 'eve'] as const;
const BATCH = 250;
/** A fresh room after so many frames: what a hostile editor may write makes its document grow. */
const ROOM = 20_000;

export interface Attacked {
  readonly frames: number;
  /** How often a hostile socket ended, by what it was told. */
  readonly refusals: ReadonlyMap<string, number>;
  readonly results: ReadonlyMap<string, number>;
  /** What must not happen, in words. */
  readonly broken: readonly string[];
  readonly heapMb: number;
}

export async function attackRooms(
  frames: number,
  random: Random,
  onBatch: (sent: number) => void = () => {},
): Promise<Attacked> {
  const tally: Tally = { refusals: new Map(), results: new Map(), broken: [] };
  let sent = 0;
  while (sent < frames) {
    await using office = await openOffice({
      ana: 'editor',
      ben: 'lead',
      vic: 'viewer',
      lys: 'analyst',
      eve: 'editor',
    });
    const end = Math.min(frames, sent + ROOM);
    const attack = await Attack.begin(office, random, tally);
    while (sent < end) {
      const count = Math.min(BATCH, end - sent);
      await attack.batch(count);
      sent += count;
      onBatch(sent);
    }
    attack.end();
  }
  global.gc?.();
  return { frames: sent, ...tally, heapMb: process.memoryUsage().heapUsed / 2 ** 20 };
}

interface Tally {
  readonly refusals: Map<string, number>;
  readonly results: Map<string, number>;
  readonly broken: string[];
}

class Attack {
  readonly #office: Office;
  readonly #room: Room;
  readonly #random: Random;
  readonly #tally: Tally;
  readonly #honest: Line[];
  readonly #corpus: Uint8Array[] = [];
  #batches = 0;
  #words = 0;

  private constructor(parts: {
    office: Office;
    room: Room;
    random: Random;
    tally: Tally;
    honest: Line[];
  }) {
    this.#office = parts.office;
    this.#room = parts.room;
    this.#random = parts.random;
    this.#tally = parts.tally;
    this.#honest = parts.honest;
    for (const line of this.#honest) {
      line.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'server') this.#say(line, syncFrame(2, update));
      });
    }
  }

  static async begin(office: Office, random: Random, tally: Tally): Promise<Attack> {
    const room = await office.rooms.open(office.document);
    const honest = await Promise.all(HONEST.map((name) => Line.open(office, room, name)));
    const attack = new Attack({ office, room, random, tally, honest });
    for (const line of honest) attack.#say(line, syncFrame(0, Y.encodeStateVector(line.doc)));
    await settled(room);
    return attack;
  }

  end(): void {
    for (const line of this.#honest) line.close();
  }

  async batch(count: number): Promise<void> {
    const name = HOSTILE[this.#batches % HOSTILE.length] ?? 'vic';
    this.#batches += 1;
    this.#work();
    await settled(this.#room);
    const before = this.#seen();
    const commands = await this.#commandsOf(name);
    let hostile = await Line.open(this.#office, this.#room, name);
    for (let i = 0; i < count; i += 1) {
      hostile.send(this.#hostileFrame(hostile));
      // One that was refused is closed in its turn: what is sent behind it would be read by nobody.
      if (hostile.closed || i % 5 === 4) await settled(this.#room);
      if (!hostile.closed) continue;
      this.#note(hostile);
      hostile = await Line.open(this.#office, this.#room, name);
    }
    await settled(this.#room);
    this.#note(hostile);
    hostile.close();
    this.#judge(name, before, (await this.#commandsOf(name)) - commands);
    await this.#judgeHonest(name);
  }

  /** Of what others sent; now and then of what this role could send under its own id. */
  #hostileFrame(hostile: Line): Uint8Array {
    if (!this.#random.chance(0.1)) return hostileFrame(this.#corpus, this.#random);
    let own = syncFrame(0, Y.encodeStateVector(hostile.doc));
    const take = (update: Uint8Array): void => {
      own = syncFrame(2, update);
    };
    hostile.doc.once('update', take);
    const text = hostile.doc.getXmlFragment('text');
    if (text.length > 0) firstText(hostile.doc).insert(0, 'x');
    hostile.doc.off('update', take);
    return this.#random.chance(0.5) ? own : hostileFrame([own], this.#random);
  }

  /** Text, formatting and commands of people who do nothing wrong. */
  #work(): void {
    const random = this.#random;
    for (const [who, line] of this.#honest.entries()) {
      this.#words += 1;
      const text = firstText(line.doc);
      text.insert(random.int(0, text.length), `w${this.#words} `);
      if (random.chance(0.5)) text.format(0, random.int(1, text.length), { strong: {} });
      if (text.length > 200) text.delete(0, 100);
      const id = `${who}s${this.#words}`.padEnd(21, '_');
      const args = { sourceId: id, source: { title: `Paper ${this.#words}` } };
      this.#say(line, encodeMessage('command', { commandId: id, name: 'source.add', args }));
      this.#say(line, presenceFrame(line.doc.clientID, this.#words));
      this.#say(line, syncFrame(0, Y.encodeStateVector(line.doc)));
    }
    this.#corpus.push(syncFrame(1, Y.encodeStateAsUpdate(this.#room.live.doc)));
    this.#corpus.splice(0, Math.max(0, this.#corpus.length - 60));
  }

  #say(line: Line, frame: Uint8Array): void {
    this.#corpus.push(frame);
    line.send(frame);
  }

  /** How many were carried out, as the log has it. */
  async #commandsOf(name: string): Promise<number> {
    const rows = await this.#office.database.query
      .selectFrom('commands')
      .select('seq')
      .where('actor', '=', this.#office.person(name))
      .execute();
    return rows.length;
  }

  #note(hostile: Line): void {
    const { refusals, results } = this.#tally;
    const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    if (hostile.refused !== null) count(refusals, String(hostile.refused));
    for (const result of hostile.results) count(results, 'code' in result ? result.code : 'done');
  }

  #seen(): Seen {
    const { doc, people } = this.#room.live;
    return {
      text: new FragmentText(doc.getXmlFragment('text')).string,
      record: JSON.stringify([...recordRoots, 'settings'].map((root) => doc.getMap(root).toJSON())),
      people: JSON.stringify([...people.values()]),
    };
  }

  #judge(name: string, before: Seen, commands: number): void {
    const { broken } = this.#tally;
    const after = this.#seen();
    const { store, share } = this.#room.live.doc;
    if (name !== 'eve' && after.text !== before.text) broken.push(`${name} changed the text`);
    if (commands === 0 && after.record !== before.record)
      broken.push(`${name} changed the record without a command`);
    if (name === 'vic' && (commands > 0 || after.record !== before.record))
      broken.push('a viewer changed the record');
    if (after.people !== before.people) broken.push(`${name} changed who people are`);
    if (store.pendingStructs ?? store.pendingDs) broken.push('something waits in the store');
    if (share.size !== recordRoots.length + 2) broken.push('there is a new root');
  }

  async #judgeHonest(name: string): Promise<void> {
    const { broken } = this.#tally;
    const shown = this.#room.live.doc.getXmlFragment('text').toString();
    for (const [who, line] of this.#honest.entries()) {
      if (line.closed)
        broken.push(`${HONEST[who]} was cut off while ${name} attacked: ${line.refused}`);
      if (line.doc.getXmlFragment('text').toString() !== shown)
        broken.push(`${HONEST[who]} has another text`);
      const refused = line.results.splice(0).filter((result) => 'code' in result);
      if (refused.length > 0) broken.push(`${HONEST[who]} was refused`);
    }
    const room = await this.#office.rooms.open(this.#office.document);
    if (room !== this.#room) throw new Error(`The room ended while ${name} attacked`);
  }
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

function presenceFrame(client: number, clock: number): Uint8Array {
  const update = encoding.createEncoder();
  encoding.writeVarUint(update, 1);
  encoding.writeVarUint(update, client);
  encoding.writeVarUint(update, clock);
  encoding.writeVarString(update, '{}');
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update));
  return encoding.toUint8Array(encoder);
}

interface Seen {
  readonly text: string;
  readonly record: string;
  readonly people: string;
}
