/** What is kept of who waits for what is, whatever happened, what reading the whole record would say. */
import pino from 'pino';
import { expect, test } from 'vitest';
import { waitingFor } from '../../../domain/derive/waiting.ts';
import type { PersonId } from '../../../domain/id.ts';
import { createDerivations } from '../../../server/derived/derivations.ts';
import { countQueue, listQueue } from '../../../server/waiting/list.ts';
import { sqliteIndex } from '../../../server/search/sqlite.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { Rooms } from '../../../server/sync/rooms.ts';
import { type Desk, TEXT } from '../../domain/desk.ts';
import { randomStep } from '../../domain/command/random-desk.ts';
import { seeded } from '../../random.ts';
import { until } from '../../until.ts';
import { type Office, openOffice } from '../sync/office.ts';

// In the order of their ids in tests/domain/desk.ts.
const roles = {
  Lea: 'lead',
  Ana: 'analyst',
  Ben: 'analyst',
  Cem: 'analyst',
  Eve: 'editor',
  Vic: 'viewer',
} as const;
const names = Object.keys(roles) as (keyof typeof roles)[];
const STEPS = 144;
const AT_ONCE = 8;
const log = pino({ level: 'silent' });

interface Open {
  readonly database: Office['database'];
  readonly rooms: Rooms;
}

/** Claim and kinds of each person, out of the whole record. */
async function byReadingAll({ rooms }: Open, office: Office): Promise<string[]> {
  const { live, doc } = await rooms.copy(office.document);
  const anchors = live.anchors();
  const found = [...live.state.claims.values()].flatMap((claim) =>
    [...live.state.people.keys()].flatMap((person) => {
      const tasks = waitingFor(live.state, claim, person, anchors.get(claim.id));
      const kinds = [...new Set(tasks.map(({ kind }) => kind))].toSorted();
      return kinds.length === 0 ? [] : [`${person} #${claim.number} ${kinds.join(' ')}`];
    }),
  );
  doc.destroy();
  return found.toSorted();
}

async function kept({ database }: Open): Promise<string[]> {
  const found: string[] = [];
  for (const [index] of names.entries()) {
    const person = index + 1;
    const { items, total } = await listQueue(database, identity(person), everything);
    expect(items).toHaveLength(total);
    expect((await countQueue(database, identity(person))).all).toBe(total);
    for (const { claim, tasks } of items) {
      const kinds = [...new Set(tasks.map(({ kind }) => kind))].toSorted();
      found.push(`${person} #${claim.number} ${kinds.join(' ')}`);
    }
  }
  return found.toSorted();
}

const everything = { by: 'kind', kind: null, document: null, offset: 0, limit: 500 } as const;

function identity(person: PersonId) {
  return { person, owner: false, cap: null };
}

/** Gives the people for whom something waits. */
async function agree(open: Open, office: Office): Promise<PersonId[]> {
  const wanted = await byReadingAll(open, office);
  await until('the kept rows to be those of the record', async () => {
    const rows = await kept(open);
    return rows.join('\n') === wanted.join('\n');
  }).catch(async () => expect(await kept(open)).toEqual(wanted));
  return wanted.map((line) => Number.parseInt(line, 10));
}

test('random commands, changes of role and of the text, crashes: the kept rows are those of the record', async () => {
  const random = seeded(Number(process.env['ATTEST_TEST_SEED'] ?? Date.now() % 1_000_000));
  const told = new Set<PersonId>();
  const waited = new Set<PersonId>();
  const noteWaiting = (people: readonly PersonId[]) => people.forEach((one) => waited.add(one));
  const publish = (person: PersonId) => void told.add(person);
  await using office = await openOffice(roles, { text: [TEXT], publish, idle: 50 });
  let open: Open = office;
  try {
    for (let at = 0; at < STEPS; at += AT_ONCE) {
      const steps = Array.from({ length: AT_ONCE }, (_, index) => step(open, office, at + index));
      await Promise.all(steps);
      if ((at / AT_ONCE) % 9 !== 8) continue;
      noteWaiting(await agree(open, office));
      await Promise.all(
        Array.from({ length: 5 }, (_, index) => step(open, office, STEPS + at + index)),
      );
      open = await crash(open, office);
      noteWaiting(await agree(open, office));
    }
  } catch (error) {
    throw new Error(`With ATTEST_TEST_SEED=${random.seed}`, { cause: error });
  } finally {
    if (open !== office) {
      await open.rooms.stop();
      await open.database.close();
    }
  }
  expect(waited.size).toBeGreaterThan(0);
  // Whoever has something waiting had nothing before, and was told.
  expect([...waited].filter((person) => !told.has(person))).toEqual([]);

  async function step({ database, rooms }: Open, { document }: Office, at: number) {
    const { chance, pick } = random;
    const room = await rooms.open(document);
    if (chance(0.06)) {
      const name = pick(names);
      const person = names.indexOf(name) + 1;
      const role = pick(['viewer', 'analyst', 'lead', null] as const);
      const members = { document: document.id, person };
      const { query } = database;
      await rooms.membership(document, {
        person,
        name,
        role,
        by: 1,
        note: {},
        statements: [
          query
            .deleteFrom('members')
            .where((row) => row.and(members))
            .compile(),
          ...(role
            ? [
                query
                  .insertInto('members')
                  .values({ ...members, role, joined_at: 0 })
                  .compile(),
              ]
            : []),
        ],
      });
      return;
    }
    const { actor, name, args } = randomStep({ state: room.live.state } as Desk, random, at);
    const participant = { id: actor, name: names[actor - 1] ?? '', owner: false, cap: null };
    await rooms.command(document, participant, {
      commandId: `step-${at}`.padEnd(21, '_'),
      name,
      args: args as Record<string, unknown>,
    });
  }

  /** What was in memory is gone, and the rows with it that were not written yet. */
  async function crash(before: Open, { directory }: Office): Promise<Open> {
    await before.database.close();
    await before.rooms.stop();
    const database = await openDatabase({ directory });
    const derivations = createDerivations({
      database,
      events: { publish },
      log,
      index: sqliteIndex(database),
    });
    const rooms = new Rooms({ database, log, derive: (room) => derivations.of(room) });
    await derivations.catchUp(rooms);
    return { database, rooms };
  }
});
