/** Commands of several people in any order: what a page shows is what the server has. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../client/store/new-id.ts';
import { locate } from '../../../domain/anchor/locate.ts';
import { commandInput, prepare } from '../../../domain/command/list.ts';
import { perform } from '../../../domain/command/perform.ts';
import { withPuts } from '../../../domain/record/apply.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { Client, comparable, me, Server } from './record-desk.ts';

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
