import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../../../client/store/new-id.ts';
import { RecordStore } from '../../../client/store/record-store.ts';
import { SharedRecord } from '../../../client/store/shared-record.ts';
import { openDevice } from '../../../client/sync/device.ts';
import { Outbox } from '../../../client/sync/outbox.ts';
import { locate, placeOf } from '../../../domain/anchor/locate.ts';
import type { CommandInput } from '../../../domain/command/command.ts';
import { type ArgsOf, commandInput, prepare } from '../../../domain/command/list.ts';
import { perform } from '../../../domain/command/perform.ts';
import { decodeMessage } from '../../../domain/protocol/frame.ts';
import type { Result } from '../../../domain/protocol/result.ts';
import { withPuts } from '../../../domain/record/apply.ts';
import { writePut } from '../../../domain/record/codec.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { FragmentText } from '../../../domain/text/plain-text.ts';
import * as decoding from 'lib0/decoding';

const me = { id: 1, name: 'Ada', role: 'lead' } as const;
const words = 'The rate fell. Prices rose in May. Nobody knows why it was so.';

/** The server's side of commands: the same functions over its own document. */
class Server {
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

class Client {
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
function comparable(state: RecordState): unknown {
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

function mark(
  client: Client,
  quote: string,
  claimId = newId(),
): CommandInput & { claimId: string } {
  const args = { claimId, place: client.place(quote), checks: 'content' as const };
  return { ...commandInput('claim.mark', args), claimId };
}

describe('A command', () => {
  test('shows at once, and its effect and its result change nothing more on the screen', async () => {
    const server = new Server();
    const client = await Client.of(server);
    const claimId = newId();
    const { refusal, result } = client.store.dispatch('claim.mark', {
      claimId,
      place: client.place('The rate fell.'),
      checks: 'said',
    });
    expect(refusal).toBeNull();
    const shown = client.store.getState();
    expect(shown.claims.get(claimId)).toMatchObject({
      number: 1,
      checks: 'said',
      quote: { exact: 'The rate fell.' },
    });
    expect(client.store.pendingClaims()).toMatchObject([{ claimId }]);
    const [command] = client.sent;
    if (!command) throw new Error('nothing was sent');
    const answer = server.run(command.commandId, command, me.id);
    client.receive(server, [answer], () => {
      expect(comparable(client.store.getState())).toEqual(comparable(shown));
      expect(client.store.pendingClaims()).toEqual([]);
    });
    expect(await result).toMatchObject({
      seq: 1,
      answer: {},
      done: 'Claim marked',
      undoable: true,
    });
    expect(client.store.getState().claims.get(claimId)?.createdAt).toBe(server.clock);
  });

  test('is not done twice between its effect and its result, even one that counts up', async () => {
    const server = new Server();
    const client = await Client.of(server);
    const claim = mark(client, 'The rate fell.');
    server.run('c', claim, 2);
    client.receive(server, []);
    const given = {
      claimId: claim.claimId,
      claimVersion: 1,
      rating: 'true',
      confidence: 'high',
      basis: '',
      rationale: 'It is so.',
      likelihood: null,
      evidence: [],
    } satisfies ArgsOf<'verdict.give'>;
    client.store.dispatch('verdict.give', given);
    const key = `${claim.claimId}:${me.id}`;
    expect(client.store.getState().verdicts.get(key)?.revision).toBe(1);
    const [command] = client.sent;
    if (!command) throw new Error('nothing was sent');
    const answer = server.run(command.commandId, command, me.id);
    client.receive(server, [answer], () => {
      expect(client.store.getState().verdicts.get(key)?.revision).toBe(1);
    });
    expect(client.store.getState().verdicts.get(key)?.revision).toBe(1);
  });

  test('that this page knows to be impossible is not sent', async () => {
    const server = new Server();
    const client = await Client.of(server);
    const { refusal, result } = client.store.dispatch('claim.withdraw', {
      claimId: newId(),
      reason: '',
    });
    expect(refusal?.code).toBe('no-such-claim');
    expect(await result).toEqual(refusal);
    expect(client.sent).toEqual([]);
    expect(client.store.undoable).toBeNull();
  });

  test('that the server refuses leaves the screen as if it had never been', async () => {
    const server = new Server();
    const client = await Client.of(server);
    const before = comparable(client.store.getState());
    const claim = mark(client, 'Prices rose in May.');
    const { result } = client.store.dispatch('claim.mark', {
      ...(claim.args as { checks: 'content' }),
    } as never);
    expect(client.store.getState().claims.size).toBe(1);
    expect(client.store.undoable).toBe('Claim marked');
    client.receive(server, [
      { commandId: client.sent[0]?.commandId ?? '', code: 'not-allowed', reason: 'No.' },
    ]);
    expect(await result).toEqual({ code: 'not-allowed', reason: 'No.' });
    expect(client.store.deeds).toEqual([]);
    expect(comparable(client.store.getState())).toEqual(before);
    expect(client.store.undoable).toBeNull();
  });

  test('of mine that is named is taken back alone, whatever was given since, and only once', async () => {
    const server = new Server();
    const client = await Client.of(server);
    const claim = mark(client, 'The rate fell.');
    const { commandId } = client.store.dispatch('claim.mark', claim.args as never);
    client.store.dispatch('text.lock', {});
    expect(client.store.undo(commandId)?.was).toBe('Claim marked');
    expect(client.store.getState().claims.get(claim.claimId)?.withdrawn).not.toBeNull();
    expect(client.store.getState().settings.lock.locked).toBe(true);
    expect(client.store.undo(commandId)).toBeNull();
    expect(client.store.undoable).toBe('Text locked');
  });

  test('that was taken back can be done again, and taken back once more; not once something else was done', async () => {
    const server = new Server();
    const client = await Client.of(server);
    const claim = mark(client, 'The rate fell.');
    const isWithdrawn = (): boolean =>
      Boolean(client.store.getState().claims.get(claim.claimId)?.withdrawn);
    client.store.dispatch('claim.mark', claim.args as never);
    expect(client.store.redoable).toBeNull();
    client.store.undo();
    expect([isWithdrawn(), client.store.redoable]).toEqual([true, 'Claim marked']);
    expect(client.store.redo()?.was).toBe('Claim marked');
    expect([isWithdrawn(), client.store.redoable]).toEqual([false, null]);
    client.store.undo();
    client.store.dispatch('text.lock', {});
    expect(client.store.redo()).toBeNull();
    // By its name it still can: the list of what I did offers it.
    const [deed] = client.store.deeds;
    expect(deed).toMatchObject({ done: 'Claim marked', claim: claim.claimId, isTakenBack: true });
    client.store.redo(deed?.id);
    expect(isWithdrawn()).toBe(false);
    expect(client.store.deeds.map(({ isTakenBack }) => isTakenBack)).toEqual([false, false]);
  });

  test('of one step is taken back with the others of the step, and done again with them', async () => {
    const server = new Server();
    const client = await Client.of(server);
    const [said, so] = [mark(client, 'The rate fell.'), mark(client, 'The rate fell.')];
    const first = client.store.dispatch('claim.mark', {
      ...(said.args as ArgsOf<'claim.mark'>),
      checks: 'said',
    });
    client.store.dispatch('text.lock', {});
    const twin = { ...(so.args as ArgsOf<'claim.mark'>), twin: said.claimId };
    client.store.dispatch('claim.mark', { ...twin, checks: 'content' }, first.commandId);
    const live = () => [...client.store.getState().claims.values()].filter((c) => !c.withdrawn);
    expect(live().map(({ number }) => number)).toEqual([1, 2]);
    const undone = client.store.undo(first.commandId);
    expect(undone?.was).toBe('Claim marked');
    expect(live()).toEqual([]);
    expect(client.store.undoable).toBe('Text locked');
    client.store.redo(first.commandId);
    expect(live().map(({ number }) => number)).toEqual([1, 2]);
    expect(live().map(({ twin: other }) => other)).toEqual([so.claimId, said.claimId]);
    client.store.undo(first.commandId);
    for (const command of client.sent) {
      client.receive(server, [server.run(command.commandId, command, me.id)]);
    }
    expect(isRefusal((await undone?.result) ?? {})).toBe(false);
    expect(live()).toEqual([]);
  });

  test('of mine is taken back by its inverse, the latest first, and taking back is no command to take back', async () => {
    const server = new Server();
    const client = await Client.of(server);
    const claim = mark(client, 'The rate fell.');
    client.store.dispatch('claim.mark', claim.args as never);
    client.store.dispatch('text.lock', {});
    expect(client.store.undoable).toBe('Text locked');
    client.store.undo();
    expect(client.store.getState().settings.lock.locked).toBe(false);
    const undone = client.store.undo();
    expect(undone?.was).toBe('Claim marked');
    expect(client.store.getState().claims.get(claim.claimId)?.withdrawn).not.toBeNull();
    expect(client.store.undo()).toBeNull();
    for (const command of client.sent) {
      client.receive(server, [server.run(command.commandId, command, me.id)]);
    }
    expect(client.store.getState().claims.get(claim.claimId)?.withdrawn).not.toBeNull();
  });

  test('greys out by the very function that refuses it', async () => {
    const server = new Server();
    const client = await Client.of(server);
    client.store.setRole('viewer');
    expect(client.store.check('text.lock', {})?.code).toBe('not-allowed');
    client.store.setPeople({ people: [{ id: me.id, name: 'Ada', role: 'lead' }] });
    expect(client.store.check('text.lock', {})).toBeNull();
    expect(client.store.me.role).toBe('lead');
  });
});

describe('The screen', () => {
  test('is always what the server would hold had it done all that waits', async () => {
    const step = fc.oneof(
      fc.record({
        kind: fc.constantFrom(
          'mark',
          'withdraw',
          'restate',
          'lock',
          'title',
          'judge',
          'source',
          'undo',
        ),
        n: fc.nat(5),
      }),
      fc.record({ kind: fc.constantFrom('deliver', 'foreign'), n: fc.nat(5) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const server = new Server();
        const client = await Client.of(server);
        let delivered = 0;
        const deliver = (upTo: number): void => {
          for (; delivered < upTo && delivered < client.sent.length; delivered += 1) {
            const command = client.sent[delivered];
            if (!command) break;
            const answer = server.run(command.commandId, command, me.id);
            client.receive(server, [answer], () => expectTrue(client, server, delivered + 1));
          }
        };
        for (const { kind, n } of steps) {
          act(client, server, kind, n);
          if (kind === 'deliver') deliver(delivered + n);
          expectTrue(client, server, delivered);
        }
        deliver(client.sent.length);
        expect(client.outbox.waiting).toEqual([]);
        expect(plainOf(client.store.getState())).toEqual(plainOf(server.record.state));
      }),
      { numRuns: 300 },
    );
  });
});

const quotes = [
  'The rate fell.',
  'Prices rose in May.',
  'Nobody knows',
  'rose in',
  'why it was so.',
  'rate',
];

function act(client: Client, server: Server, kind: string, n: number): void {
  const { store } = client;
  const claims = [...store.getState().claims.values()];
  const claim = claims[n % Math.max(1, claims.length)];
  switch (kind) {
    case 'mark':
      store.dispatch('claim.mark', {
        claimId: newId(),
        place: client.place(quotes[n] ?? 'rate'),
        checks: 'said',
      });
      break;
    case 'withdraw':
      if (claim) store.dispatch('claim.withdraw', { claimId: claim.id, reason: '' });
      break;
    case 'restate':
      if (claim)
        store.dispatch('claim.restate', {
          claimId: claim.id,
          version: claim.version,
          changes: { restatement: `Words ${n}` },
        });
      break;
    case 'lock':
      store.dispatch(store.getState().settings.lock.locked ? 'text.unlock' : 'text.lock', {});
      break;
    case 'title':
      store.dispatch('settings.edit', { changes: { title: `Title ${n}` } });
      break;
    case 'judge':
      if (claim)
        store.dispatch('verdict.give', {
          claimId: claim.id,
          claimVersion: claim.version,
          rating: 'false',
          confidence: 'low',
          basis: '',
          rationale: `Because ${n}`,
          likelihood: null,
          evidence: [],
        });
      break;
    case 'source':
      store.dispatch('source.add', { sourceId: newId(), source: { title: `Source ${n}` } });
      break;
    case 'undo':
      store.undo();
      break;
    case 'foreign': {
      // Somebody else is quicker; both see it.
      server.run(newId(), commandInput('settings.edit', { changes: { byline: `By ${n}` } }), 2);
      if (claim)
        server.run(
          newId(),
          commandInput('claim.restate', {
            claimId: claim.id,
            version: claim.version,
            changes: { tags: [`t${n}`] },
          }),
          2,
        );
      client.receive(server, []);
      break;
    }
    default:
  }
}

function expectTrue(client: Client, server: Server, delivered: number): void {
  let expected = server.record.state;
  for (const command of client.sent.slice(delivered)) {
    const prepared = prepare(command);
    if (isRefusal(prepared)) continue;
    const outcome = perform(expected, prepared, { actor: me.id, role: 'lead', now: 5 }, (place) =>
      locate(server.doc.getXmlFragment('text'), place),
    );
    if (!isRefusal(outcome)) expected = withPuts(expected, outcome.puts);
  }
  expect(comparable({ ...client.store.getState(), people: new Map() })).toEqual(
    comparable(expected),
  );
}

function plainOf(state: RecordState): unknown {
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => [
      key,
      value instanceof Map ? Object.fromEntries(value) : value,
    ]),
  );
}
