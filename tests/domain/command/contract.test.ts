// What every command in the list must keep to, whatever it does.
import { describe, expect, test } from 'vitest';
import type { Located } from '../../../domain/command/command.ts';
import { commandByName, commands, prepare } from '../../../domain/command/list.ts';
import { perform, type Prepared } from '../../../domain/command/perform.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusal.ts';
import { seeded } from '../../random.ts';
import { blankState, Desk, id, LEA, locateIn, TEXT, VIC } from '../desk.ts';
import { randomStep } from './random-desk.ts';

describe.each(commands.map((command) => [command.name, command] as const))(
  '%s',
  (name, command) => {
    test('is found by its name, which reads noun.verb', () => {
      expect(commandByName(name)).toBe(command);
      expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
      expect(commands.filter((other) => other.name === name)).toHaveLength(1);
    });

    test('says what was done', () => {
      expect(command.done).toMatch(/^[A-Z][a-z ]+[a-z]$/);
    });

    test('takes no junk for arguments', () => {
      const junk = [
        undefined,
        null,
        0,
        'x',
        [],
        { unheard: 'of' },
        { claimId: 'short' },
        JSON.parse('{"__proto__": {}, "x": 1}'),
      ];
      for (const args of junk) {
        expect(isRefusal(prepare({ name, args }))).toBe(true);
      }
    });
  },
);

test('a command that does not exist is refused by name', () => {
  expect(prepare({ name: 'claim.erase', args: {} })).toMatchObject({ code: 'bad-request' });
  expect(prepare({ name: 'toString', args: {} })).toMatchObject({ code: 'bad-request' });
});

test('malformed arguments are named', () => {
  expect(prepare({ name: 'claim.withdraw', args: { claimId: 'x', reason: '' } })).toMatchObject({
    reason: 'claim.withdraw: claimId: missing or malformed',
  });
});

test('what a field says itself is told to people as it stands, without the names of machines', () => {
  const args = {
    sourceId: 'a'.repeat(21),
    source: {
      url: 'javascript:alert(1)',
      title: '',
      publisher: '',
      origin: '',
      reliability: null,
    },
  };
  expect(prepare({ name: 'source.add', args })).toMatchObject({
    reason: 'A link begins with https:// or http:// and has no blanks.',
  });
});

describe('perform', () => {
  const place = { start: '', end: '', quote: 'x', block: 0 };
  const prepared = (calls: string[], denied: Refusal | null): Prepared => ({
    args: { place },
    command: {
      name: 'test.test',
      args: commands[0]?.args ?? (undefined as never),
      done: 'Tested',
      may: (_state, _args, context) => {
        calls.push(`may ${context.located === null}`);
        return denied;
      },
      run: (_state, _args, context) => {
        calls.push(`run ${context.located?.quote.exact}`);
        return { puts: [] };
      },
    },
  });
  const located: Located = {
    quote: { exact: 'found', prefix: '', suffix: '' },
    position: { start: 0, end: 5 },
  };
  const who = { actor: LEA, role: 'lead', now: 1 } as const;
  const carryOut = (denied: Refusal | null, found: Located | Refusal) => {
    const calls: string[] = [];
    const outcome = perform(blankState(), prepared(calls, denied), who, () => {
      calls.push('locate');
      return found;
    });
    return { calls, outcome };
  };

  test('asks who may first, then looks for the words, then runs', () => {
    expect(carryOut(null, located).calls).toEqual(['may true', 'locate', 'run found']);
  });

  test('neither looks nor runs for somebody who may not', () => {
    const no = refuse('not-allowed', 'No.');
    expect(carryOut(no, located)).toEqual({ calls: ['may true'], outcome: no });
  });

  test('does not run where the words are not found', () => {
    const no = refuse('words-not-found', 'No.');
    expect(carryOut(null, no)).toEqual({ calls: ['may true', 'locate'], outcome: no });
  });
});

/** Only live things and what they say: no versions, no times, nobody's name on a grade or a change. */
function plain(state: RecordState): unknown {
  const dropped = new Set([
    'version',
    'raised',
    'revision',
    'modifiedAt',
    'modifiedBy',
    'submittedAt',
    'afterReveal',
    'grader',
    'at',
    'by',
  ]);
  const strip = (key: string, value: unknown): unknown => {
    if (dropped.has(key)) return undefined;
    // A turn that is taken back is one more turn.
    if (key === 'turns' && Array.isArray(value)) return value.at(-1)?.resolved === true;
    if (key === 'assignees' && Array.isArray(value))
      return [...value].sort((a: number, b: number) => a - b);
    // Their order says nothing.
    if (key === 'tags' && Array.isArray(value))
      return [...value].sort((a: string, b: string) => (a < b ? -1 : 1));
    if (key === 'archived' && Array.isArray(value))
      return value.filter((copy: { removed: unknown }) => !copy.removed);
    if (key === 'twin' && typeof value === 'string' && state.claims.get(value)?.withdrawn)
      return null;
    return value;
  };
  const live = (map: ReadonlyMap<string, object>) =>
    [...map].filter(
      ([, record]) =>
        !('withdrawn' in record && record.withdrawn) &&
        !('removed' in record && record.removed) &&
        !('deleted' in record && record.deleted),
    );
  const { claims, sources, evidence, verdicts, reviews, rulings, comments, settings } = state;
  const all = { claims, sources, evidence, verdicts, reviews, rulings, comments };
  const maps = Object.entries(all).map(([root, map]) => [
    root,
    live(map).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return JSON.parse(JSON.stringify([maps, settings], strip));
}

test('taking a command back restores the plain state, whatever came before', () => {
  const takenBack = new Map<string, number>();
  for (let seed = 1; seed <= 90; seed += 1) {
    const random = seeded(seed);
    const desk = new Desk();
    for (let at = 0; at < 120; at += 1) {
      const step = randomStep(desk, random, at);
      const prepared = prepare(step);
      const before = desk.state;
      const role = before.people.get(step.actor)?.role;
      if (isRefusal(prepared) || !role) continue;
      const outcome = desk.carryOut(step.actor, prepared);
      if (isRefusal(outcome)) continue;
      const after = desk.state;
      const place = (prepared.args as { place?: Parameters<typeof locateIn>[1] }).place;
      const found = place ? locateIn(TEXT, place) : null;
      const context = {
        actor: step.actor,
        role,
        now: desk.now,
        located: isRefusal(found) ? null : found,
      };
      const inverse = prepared.command.inverse?.(before, prepared.args, context);
      if (!inverse) continue;
      const back = desk.attempt(step.actor, inverse.name, inverse.args);
      const what = `seed ${seed}, step ${at}: ${step.name} taken back by ${JSON.stringify(inverse)}: ${JSON.stringify(back)}`;
      expect(isRefusal(back), what).toBe(false);
      expect(plain(desk.state), what).toEqual(plain(before));
      takenBack.set(step.name, (takenBack.get(step.name) ?? 0) + 1);
      desk.state = after;
    }
  }
  const invertible = commands.filter((command) => command.inverse).map((command) => command.name);
  expect([...takenBack.keys()].sort()).toEqual(invertible.sort());
});

test('no command changes the state that it reads', () => {
  const random = seeded(7);
  const desk = new Desk();
  for (let at = 0; at < 400; at += 1) {
    const step = randomStep(desk, random, at);
    const before = desk.state;
    const picture = structuredClone(before);
    desk.attempt(step.actor, step.name, step.args);
    expect(before, `step ${at}: ${step.name}`).toEqual(picture);
  }
});

test('a viewer changes nothing by any command', () => {
  const random = seeded(11);
  const desk = new Desk();
  for (let at = 0; at < 400; at += 1) {
    const step = randomStep(desk, random, at);
    const refused = desk.attempt(VIC, step.name, step.args);
    expect(isRefusal(refused), `step ${at}: ${step.name}`).toBe(true);
    desk.attempt(step.actor, step.name, step.args);
  }
  expect(desk.state.claims.has(id('none'))).toBe(false);
});
