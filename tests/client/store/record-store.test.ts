import { describe, expect, test } from 'vitest';
import { newId } from '../../../client/store/new-id.ts';
import { type ArgsOf } from '../../../domain/command/list.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { Client, comparable, mark, me, Server } from './record-desk.ts';

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
