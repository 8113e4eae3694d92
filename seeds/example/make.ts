// Makes the finished example: plays what its people did through the very
// commands that everybody gives, and hands out the outcome as an Attest bundle.
// So it cannot say anything that the rules of the record would not allow.
import { selectorsOf } from '../../domain/anchor/selectors.ts';
import type { CommandInput, Located } from '../../domain/command/command.ts';
import { commandInput, prepare } from '../../domain/command/list.ts';
import { perform } from '../../domain/command/perform.ts';
import { withPuts } from '../../domain/record/apply.ts';
import { blankSettings } from '../../domain/record/settings.ts';
import type { RecordState } from '../../domain/record/state.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { SCHEMA_VERSION } from '../../domain/text/schema.ts';
import type { Check, Piece } from './check.ts';
import { checks } from './checks.ts';
import { people, type Who } from './people.ts';
import { byline, dateline, paragraphs, title } from './report.ts';
import { sources, type SourceKey } from './sources.ts';
import { type MarkedText, markedText } from './text.ts';

/** The work began on a Monday morning, and every step took a few minutes. */
const began = Date.UTC(2026, 2, 9, 8, 0);
const pace = 7 * 60_000;

/** An id of 21 characters that says what it is. */
function idOf(...parts: readonly string[]): string {
  return `example-${parts.join('-')}`.padEnd(21, '_').slice(0, 21);
}

class Newsroom {
  readonly text: MarkedText;
  #state: RecordState;
  #now = began;
  readonly #sources = new Map<SourceKey, string>();
  #counted = 0;

  constructor() {
    this.text = markedText(paragraphs, (key) => idOf(key));
    this.#state = {
      claims: new Map(),
      sources: new Map(),
      evidence: new Map(),
      verdicts: new Map(),
      reviews: new Map(),
      rulings: new Map(),
      comments: new Map(),
      settings: {
        ...blankSettings(title),
        example: true,
        byline,
        dateline,
        publisher: 'The Sallow Bay Observer',
        language: 'en',
        published: { edtf: '2026-03-09', asWritten: dateline },
        policy: { preset: 'custom', verdicts: 1, reviews: 1, sealed: false },
        lock: { locked: true, at: began, by: people.ade.id },
      },
      people: new Map(Object.values(people).map((person) => [person.id, person])),
    };
  }

  get state(): RecordState {
    return this.#state;
  }

  get now(): number {
    return this.#now;
  }

  /** Throws where the record refuses: the example would not be one. */
  give(who: Who, input: CommandInput, located: Located | null = null): void {
    this.#now += pace;
    const { id: actor, role } = people[who];
    const prepared = prepare(input);
    const outcome = isRefusal(prepared)
      ? prepared
      : perform(
          this.#state,
          prepared,
          { actor, role, now: this.#now },
          () => located ?? missing(input),
        );
    if (isRefusal(outcome)) throw new RangeError(`${input.name}: ${outcome.reason}`);
    this.#state = withPuts(this.#state, outcome.puts);
  }

  mark({ key, by, checks: question, twin }: Check): void {
    const { start, end } = this.text.rangeOf(key);
    const located = selectorsOf(this.text.plain, start, end);
    const place = { start: '', end: '', quote: located.quote.exact, block: 0 };
    this.give(
      by,
      commandInput('claim.mark', {
        claimId: idOf(key),
        place,
        checks: question,
        ...(twin !== undefined && { twin: idOf(twin) }),
      }),
      located,
    );
  }

  bring(claim: string, piece: Piece): string {
    const { from, by, note = '', ...said } = piece;
    const evidenceId = this.#nextId('e');
    const known = this.#sources.get(from);
    const sourceId = known ?? this.#nextId('s');
    this.#sources.set(from, sourceId);
    this.give(
      by,
      commandInput('evidence.add', {
        evidenceId,
        claimId: idOf(claim),
        sourceId,
        ...(known === undefined && { newSource: sources[from] }),
        translation: '',
        translator: '',
        question: '',
        note,
        ...said,
      }),
    );
    return evidenceId;
  }

  rule(claim: string, { rating, explanation }: Check['ruling'], replaces: string | null): string {
    const rulingId = this.#nextId('r');
    this.give(
      'ade',
      commandInput('ruling.give', {
        rulingId,
        claimId: idOf(claim),
        claimVersion: this.#state.claims.get(idOf(claim))?.version ?? 1,
        rating,
        explanation,
        replaces,
        ...(replaces !== null && { kind: 'correction' as const }),
      }),
    );
    return rulingId;
  }

  review(claim: string, { by, of, ...said }: Check['reviews'][number]): void {
    this.give(
      by,
      commandInput('review.give', {
        reviewId: this.#nextId('w'),
        claimId: idOf(claim),
        verdictAuthor: people[of].id,
        verdictRevision: 1,
        ...said,
        reasons: [...said.reasons],
      }),
    );
  }

  #nextId(kind: string): string {
    this.#counted += 1;
    return idOf(kind, String(this.#counted));
  }
}

function missing({ name }: CommandInput): never {
  throw new RangeError(`${name} names no place`);
}

function work(room: Newsroom, check: Check): void {
  const { key } = check;
  const claimId = idOf(key);
  room.mark(check);
  if (Object.keys(check.says).length > 0) {
    room.give(
      check.by,
      commandInput('claim.restate', { claimId, version: 1, changes: check.says }),
    );
  }
  const evidence = check.evidence.map((piece) => room.bring(key, piece));
  const claimVersion = room.state.claims.get(claimId)?.version ?? 1;
  for (const { by, ...verdict } of check.verdicts) {
    room.give(
      by,
      commandInput('verdict.give', {
        claimId,
        claimVersion,
        ...verdict,
        likelihood: check.says.likelihood ?? null,
        evidence,
      }),
    );
  }
  for (const review of check.reviews) room.review(key, review);
  const first = check.corrects ? room.rule(key, check.corrects, null) : null;
  room.rule(key, check.ruling, first);
}

/** The bytes of the bundle; the same on every call. */
export function makeExample(): Uint8Array {
  const room = new Newsroom();
  for (const check of checks) work(room, check);
  const { state, text } = room;
  const bundle = {
    format: 'attest-bundle',
    version: 1,
    schema: SCHEMA_VERSION,
    exportedAt: room.now,
    document: { id: 'example', title },
    settings: state.settings,
    text: text.text.toJSON(),
    claims: [...state.claims.values()],
    sources: [...state.sources.values()],
    evidence: [...state.evidence.values()],
    verdicts: [...state.verdicts.values()],
    reviews: [...state.reviews.values()],
    rulings: [...state.rulings.values()],
    people: Object.values(people).map(({ id, name }) => ({ id, name })),
    original: null,
  };
  return new TextEncoder().encode(JSON.stringify(bundle));
}
