// Random commands by several people of several roles never reach a state that
// the rules forbid, every derived value is defined, and whatever is offered as
// waiting for somebody can be done.
import { expect, test } from 'vitest';
import { sameValue } from '../../../domain/command/changes.ts';
import { commands } from '../../../domain/command/list.ts';
import { flags, flagsOf } from '../../../domain/derive/flags.ts';
import { gradesText } from '../../../domain/derive/grades.ts';
import { progressOf } from '../../../domain/derive/progress.ts';
import { proposedRuling } from '../../../domain/derive/proposal.ts';
import { latestRuling } from '../../../domain/derive/ruling.ts';
import { headcountOf, stageOf, stages } from '../../../domain/derive/stage.ts';
import type { AnchorState } from '../../../domain/derive/standing.ts';
import { type Task, waitingFor } from '../../../domain/derive/waiting.ts';
import { limits } from '../../../domain/limits.ts';
import { bearsLikelihood, type Claim } from '../../../domain/record/claim.ts';
import { indexRecords, verdictOf } from '../../../domain/record/claim-records.ts';
import { cutToFit, readRecord } from '../../../domain/record/codec.ts';
import type { Evidence } from '../../../domain/record/evidence.ts';
import { recordRoots, type RecordState } from '../../../domain/record/state.ts';
import { threadsOf } from '../../../domain/talk/thread.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { roles } from '../../../domain/role.ts';
import { type Random, seeded } from '../../random.ts';
import { CEM, Desk, EVE, id, placeOfWords } from '../desk.ts';
import { randomStep } from './random-desk.ts';

const anchors: readonly AnchorState[] = ['exact', 'changed', 'removed'];
const utf8 = new TextEncoder();

/** What holds in every state that people can reach. */
function checkRecords(state: RecordState): void {
  for (const root of recordRoots) {
    for (const [key, record] of state[root]) {
      expect(readRecord(root, record), `${root} ${key}`).toEqual(record);
      expect(utf8.encode(JSON.stringify(cutToFit(record))).length).toBeLessThanOrEqual(
        limits.recordBytes,
      );
    }
  }
  const numbers = [...state.claims.values()].map((claim) => claim.number).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  for (const claim of state.claims.values()) {
    const twin = claim.twin === null ? undefined : state.claims.get(claim.twin);
    if (twin && !claim.withdrawn && !twin.withdrawn) {
      expect(twin).toMatchObject({
        twin: claim.id,
        checks: claim.checks === 'said' ? 'content' : 'said',
      });
    }
    if (claim.likelihood) expect(bearsLikelihood(claim.type)).toBe(true);
    expect(new Set(claim.assignees).size).toBe(claim.assignees.length);
  }
  for (const evidence of state.evidence.values()) {
    expect(state.claims.has(evidence.claim)).toBe(true);
    if (!evidence.removed) expect(state.sources.get(evidence.source)?.removed).toBeNull();
  }
  for (const [key, verdict] of state.verdicts) {
    expect(key).toBe(`${verdict.claim}:${verdict.author}`);
    expect(verdict.claimVersion).toBeLessThanOrEqual(state.claims.get(verdict.claim)?.version ?? 0);
    if (verdict.kind === 'verdict') expect(verdict.rating).not.toBe('unheard-of');
  }
  for (const review of state.reviews.values()) {
    expect(review.author).not.toBe(review.verdictAuthor);
    const verdict = state.verdicts.get(`${review.claim}:${review.verdictAuthor}`);
    expect(review.verdictRevision).toBeLessThanOrEqual(verdict?.revision ?? 0);
  }
  for (const comment of state.comments.values()) {
    const first = state.comments.get(comment.thread);
    expect(first?.thread).toBe(comment.thread);
    expect(comment.about).toEqual(first?.about);
    expect(comment.anchor !== null).toBe(comment.about.kind === 'text' && comment === first);
    if (comment !== first) expect(comment.turns).toEqual([]);
    expect(comment.comment === '').toBe(comment.deleted !== null);
    expect(state.claims.has(comment.id)).toBe(false);
    for (const [at, { resolved }] of comment.turns.entries())
      if (at > 0) expect(resolved).toBe(!comment.turns[at - 1]?.resolved);
  }
  const threads = threadsOf(state);
  expect(threads.every(({ comments }) => comments.some(({ deleted }) => !deleted))).toBe(true);
  const replaced = [...state.rulings.values()]
    .map((ruling) => ruling.replaces)
    .filter((other) => other !== null);
  expect(new Set(replaced).size).toBe(replaced.length);
  for (const ruling of state.rulings.values())
    expect(ruling.kind === 'first').toBe(ruling.replaces === null);
  expect(state.settings.policy.sealed).toBe(false);
}

function wentAlong(before: object, after: object | undefined): boolean {
  const without = (record: object): unknown => ({
    ...record,
    claim: '',
    cameFrom: [],
    modifiedAt: 0,
    modifiedBy: 0,
  });
  return after !== undefined && sameValue(without(before), without(after));
}

/** Whether a comment says something else, and not only that its thread was turned. */
function isWording(before: object, now: object | undefined): boolean {
  const words = (record: object | undefined) =>
    record && 'comment' in record && 'deleted' in record && [record.comment, record.deleted];
  return JSON.stringify(words(before)) !== JSON.stringify(words(now));
}

/** One step may only do to others' records what the roles allow. */
function checkStep(before: RecordState, after: RecordState, actor: number, role: string): void {
  for (const root of recordRoots) {
    for (const [key, record] of before[root]) {
      const now = after[root].get(key);
      expect(now, `${root} ${key} is gone`).toBeDefined();
      if (now === record) continue;
      if (root === 'verdicts') expect(record).toMatchObject({ author: actor });
      // Merging sources moves others' evidence, and changes nothing else of it.
      const { source, modifiedAt, modifiedBy } = record as Evidence;
      const moved = sameValue({ ...now, source, modifiedAt, modifiedBy }, record);
      // Evidence that goes along with a merged claim says the same.
      if (root === 'evidence' && role !== 'lead' && !moved && !wentAlong(record, now))
        expect(record).toMatchObject({ createdBy: actor });
      if (root === 'comments' && role !== 'lead' && isWording(record, now))
        expect(record).toMatchObject({ createdBy: actor });
      expect(root, 'reviews and rulings never change').not.toMatch(/reviews|rulings/);
    }
  }
  for (const [key, record] of after.verdicts) {
    const earlier = before.verdicts.get(key);
    if (record !== earlier) expect(record.revision).toBe((earlier?.revision ?? 0) + 1);
  }
  for (const [key, claim] of after.claims) {
    const earlier = before.claims.get(key);
    if (earlier) expect([0, 1]).toContain(claim.version - earlier.version);
  }
  if (after.rulings.size > before.rulings.size) expect(role).toBe('lead');
  if (after.settings !== before.settings) expect(role).toBe('lead');
  expect(role).not.toBe('viewer');
}

function checkDerived(state: RecordState): void {
  const indexed = indexRecords(state);
  for (const claim of state.claims.values()) {
    for (const anchor of anchors) {
      const stage = stageOf(indexed, claim, anchor);
      expect(stages).toContain(stage);
      expect(stageOf(state, claim, anchor)).toBe(stage);
      for (const flag of flagsOf(indexed, claim, anchor)) expect(flags).toContain(flag);
      const proposal = proposedRuling(indexed, claim, anchor);
      if (proposal) expect(proposal.ratings.length).toBeGreaterThan(0);
      if (stage === 'settled')
        expect(latestRuling(indexed, claim.id)?.claimVersion).toBe(claim.version);
    }
    const { submitted, wanted } = headcountOf(indexed, claim);
    expect(submitted).toBeLessThanOrEqual(wanted);
    expect(gradesText(indexed, claim)).toMatch(/^▲([A-F–][1-6–]|–) ▼([A-F–][1-6–]|–)$/);
  }
  const progress = progressOf(state);
  const sum = (counts: object) =>
    Object.values(counts).reduce((total: number, count: number) => total + count, 0);
  expect(sum(progress.stages)).toBe(progress.claims);
  expect(sum(progress.ratings)).toBe(progress.stages.settled);
  expect(progress.claims + progress.withdrawn).toBe(state.claims.size);
}

/** Does what waits for somebody; it must not be refused, and must not wait any longer. */
function doTask(desk: Desk, claim: Claim, person: number, task: Task, at: number): void {
  const about = { claimId: claim.id, claimVersion: claim.version };
  switch (task.kind) {
    case 'judge':
      desk.judges(person, 'true', { claimId: claim.id });
      break;
    case 'answer':
      desk.does(person, 'verdict.stand', {
        ...about,
        revision: verdictOf(desk.state, claim.id, person)?.revision ?? 0,
      });
      break;
    case 'reconsider':
      desk.judges(person, 'half-true', { claimId: claim.id, rationale: `Reconsidered ${at}` });
      break;
    case 'review': {
      const { verdictAuthor, verdictRevision } = task;
      const said = { outcome: 'agree' as const, reasons: [], comment: '' };
      desk.does(person, 'review.give', {
        reviewId: id(`t${at}`),
        claimId: claim.id,
        verdictAuthor,
        verdictRevision,
        ...said,
      });
      break;
    }
    case 'rule': {
      const latest = latestRuling(desk.state, claim.id);
      desk.does(person, 'ruling.give', {
        rulingId: id(`t${at}`),
        ...about,
        rating: 'true',
        explanation: '',
        replaces: latest?.id ?? null,
        ...(latest ? { kind: 'correction' as const } : {}),
      });
      break;
    }
    case 'settle-words':
      desk.does(person, 'claim.take-over-words', {
        claimId: claim.id,
        version: claim.version,
        place: placeOfWords(desk.text.slice(0, 12)),
      });
      break;
  }
  expect(
    waitingFor(desk.state, desk.state.claims.get(claim.id) ?? claim, person),
  ).not.toContainEqual(task);
}

/** Carries out one offered task on a copy of the desk. */
function tryTasks(desk: Desk, random: Random, at: number): string | null {
  const { state } = desk;
  if (state.claims.size === 0) return null;
  const claim = random.pick([...state.claims.values()]);
  const person = random.pick([...state.people.keys()]);
  const tasks = waitingFor(state, claim, person, random.pick(anchors));
  if (tasks.length === 0 || !state.people.get(person)?.role) return null;
  const task = random.pick(tasks);
  doTask(desk, claim, person, task, at);
  desk.state = state;
  return task.kind;
}

test('no sequence of commands leads to a state that the rules forbid', () => {
  const done = new Set<string>();
  const tasks = new Set<string>();
  const reached = new Set<string>();
  for (let seed = 1; seed <= 80; seed += 1) {
    const random = seeded(seed);
    const desk = new Desk();
    for (let at = 0; at < 120; at += 1) {
      if (random.chance(0.03)) desk.becomes(random.pick([CEM, EVE]), random.pick([...roles, null]));
      const step = randomStep(desk, random, at);
      const before = desk.state;
      const role = before.people.get(step.actor)?.role;
      if (!role) continue;
      try {
        const outcome = desk.attempt(step.actor, step.name, step.args);
        if (!isRefusal(outcome)) {
          done.add(step.name);
          checkStep(before, desk.state, step.actor, role);
        }
        tasks.add(tryTasks(desk, random, at) ?? 'none');
      } catch (error) {
        throw new Error(
          `seed ${seed}, step ${at}: ${step.name} by ${step.actor} ${JSON.stringify(step.args)}`,
          { cause: error },
        );
      }
    }
    checkRecords(desk.state);
    checkDerived(desk.state);
    for (const claim of desk.state.claims.values()) reached.add(stageOf(desk.state, claim));
  }
  // A generator that never gets somewhere proves nothing about it.
  expect([...done].sort()).toEqual(commands.map((command) => command.name).sort());
  expect([...tasks].sort()).toEqual([
    'answer',
    'judge',
    'none',
    'reconsider',
    'review',
    'rule',
    'settle-words',
  ]);
  expect([...reached].sort()).toEqual([...stages].sort());
});
