/** A page’s record and the server’s, with commands in between. */
import * as Y from 'yjs';
import { newId } from '../../../client/store/new-id.ts';
import { RecordStore } from '../../../client/store/record-store.ts';
import { SharedRecord } from '../../../client/store/shared-record.ts';
import { openDevice } from '../../../client/sync/device.ts';
import { Outbox } from '../../../client/sync/outbox.ts';
import { locate, placeOf } from '../../../domain/anchor/locate.ts';
import type { CommandInput } from '../../../domain/command/command.ts';
import { commandInput, prepare } from '../../../domain/command/list.ts';
import { perform } from '../../../domain/command/perform.ts';
import { decodeMessage } from '../../../domain/protocol/frame.ts';
import type { Result } from '../../../domain/protocol/result.ts';
import { writePut } from '../../../domain/record/codec.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import * as decoding from 'lib0/decoding';

export const me = { id: 1, name: 'Ada', role: 'lead' } as const;
export const words = 'The rate fell. Prices rose in May. Nobody knows why it was so.';

/** The server's side of commands: the same functions over its own document. */
export class Server {
  readonly doc = new Y.Doc();
  readonly record: SharedRecord;
  clock = 1_000_000;
  seq = 0;

  constructor() {
    const text = new Y.XmlText(words);
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [text]);
    const section = new Y.XmlElement('section');
    section.insert(0, [block]);
    this.doc.getXmlFragment('text').insert(0, [section]);
    this.record = new SharedRecord(this.doc, () => {});
  }

  run(commandId: string, input: CommandInput, actor: number): Result {
    this.clock += 1000;
    const prepared = prepare(input);
    const outcome = isRefusal(prepared)
      ? prepared
      : perform(this.record.state, prepared, { actor, role: 'lead', now: this.clock }, (place) =>
          locate(this.doc.getXmlFragment('text'), place),
        );
    if (isRefusal(outcome)) return { commandId, ...outcome };
    this.doc.transact(() => {
      for (const put of outcome.puts) writePut(this.doc, put);
    });
    this.seq += 1;
    return { commandId, seq: this.seq };
  }
}

export class Client {
  readonly doc = new Y.Doc();
  readonly store: RecordStore;
  readonly outbox: Outbox;
  readonly sent: { commandId: string; name: string; args: unknown }[] = [];

  private constructor(outbox: Outbox, server: Server, events: { store?: RecordStore }) {
    this.outbox = outbox;
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(server.doc));
    this.store = new RecordStore({ doc: this.doc, person: me, outbox, now: () => 5 });
    events.store = this.store;
    outbox.connect((frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarUint(decoder);
      const read = decodeMessage('command', decoder);
      if (read.ok) this.sent.push({ ...read.message, args: read.message.args });
    });
  }

  static async of(server: Server): Promise<Client> {
    const events: { store?: RecordStore } = {};
    const outbox = await Outbox.open(await openDevice(`${Math.random()}`), 'copy', {
      onChange: () => events.store?.refresh(),
      onRefused: () => {},
    });
    return new Client(outbox, server, events);
  }

  /** The frame with the effect comes before its result; `between` looks at the screen there. */
  receive(server: Server, results: Result[], between = () => {}): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(this.doc)));
    between();
    for (const result of results) this.outbox.settle(result);
  }

  place(quote: string) {
    const whole = new FragmentText(this.doc.getXmlFragment('text'));
    const start = whole.string.indexOf(quote);
    const place = placeOf(whole, { start, end: start + quote.length });
    if (!place) throw new Error(`“${quote}” is not in the text`);
    return place;
  }
}

/** A state without what only the server can know: its clock and the numbers it gives. */
export function comparable(state: RecordState): unknown {
  const plain = Object.fromEntries(
    Object.entries(state).map(([key, value]) => [
      key,
      value instanceof Map ? Object.fromEntries(value) : value,
    ]),
  );
  return JSON.parse(
    JSON.stringify(plain, (key, value: unknown) =>
      key === 'at' || key === 'number' || key.endsWith('At') ? undefined : value,
    ),
  );
}

export function mark(
  client: Client,
  quote: string,
  claimId = newId(),
): CommandInput & { claimId: string } {
  const args = { claimId, place: client.place(quote), checks: 'content' as const };
  return { ...commandInput('claim.mark', args), claimId };
}
