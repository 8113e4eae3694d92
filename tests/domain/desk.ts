/** A document without server or text: people act on it through `prepare` and `perform`, as everybody does. */
import type { Located, Outcome } from '../../domain/command/command.ts';
import { type ArgsOf, type CommandName, prepare } from '../../domain/command/list.ts';
import { perform, type Prepared } from '../../domain/command/perform.ts';
import type { Place } from '../../domain/command/place.ts';
import type { PersonId } from '../../domain/id.ts';
import { withPuts } from '../../domain/record/apply.ts';
import type { Claim } from '../../domain/record/claim.ts';
import { cutToFit } from '../../domain/record/codec.ts';
import { type StoredFile, storedFile } from '../../domain/record/source.ts';
import { blankSettings } from '../../domain/record/settings.ts';
import type { Person, Put, RecordState } from '../../domain/record/state.ts';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '../../domain/refusal.ts';

export const LEA: PersonId = 1;
export const ANA: PersonId = 2;
export const BEN: PersonId = 3;
export const CEM: PersonId = 4;
export const EVE: PersonId = 5;
export const VIC: PersonId = 6;

const everybody: readonly Person[] = [
  { id: LEA, name: 'Lea', role: 'lead' },
  { id: ANA, name: 'Ana', role: 'analyst' },
  { id: BEN, name: 'Ben', role: 'analyst' },
  { id: CEM, name: 'Cem', role: 'analyst' },
  { id: EVE, name: 'Eve', role: 'editor' },
  { id: VIC, name: 'Vic', role: 'viewer' },
];

export const TEXT =
  'Reports of poorly staffed personnel divide the information space. Mobilized men claimed on November 23 that they ' +
  'fight untrained. A source reported that the men now face a tribunal, but they deny it.';

/** A record id that can be read in a failure. */
export function id(name: string): string {
  return name.padEnd(21, '_').slice(0, 21);
}

/** Words as a client would name them; the positions mean nothing here. */
export function placeOfWords(quote: string): Place {
  return { start: 'AA==', end: 'AA==', quote, block: 0 };
}

export function locateIn(text: string, place: Place): Located | Refusal {
  const start = text.indexOf(place.quote);
  if (start < 0) return refuse('words-not-found', 'These words are not in the text.');
  const end = start + place.quote.length;
  const quote = {
    exact: place.quote,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
  return { quote, position: { start, end } };
}

export function blankState(): RecordState {
  return {
    claims: new Map(),
    sources: new Map(),
    evidence: new Map(),
    verdicts: new Map(),
    reviews: new Map(),
    rulings: new Map(),
    comments: new Map(),
    settings: blankSettings('Assessment'),
    people: new Map(everybody.map((person) => [person.id, person])),
  };
}

export class Desk {
  state = blankState();
  text = TEXT;
  now = 1_700_000_000_000;

  /** Each step is a millisecond later; nothing changes where it is refused. */
  attempt(actor: PersonId, name: string, args: unknown): Outcome | Refusal {
    const prepared = prepare({ name, args });
    return isRefusal(prepared) ? prepared : this.carryOut(actor, prepared);
  }

  carryOut(actor: PersonId, prepared: Prepared): Outcome | Refusal {
    const role = this.state.people.get(actor)?.role;
    if (!role) throw new RangeError(`${actor} is no member.`);
    this.now += 1;
    const who = { actor, role, now: this.now, stored: handedIn(prepared.args) };
    const outcome = perform(this.state, prepared, who, (place) => locateIn(this.text, place));
    if (!isRefusal(outcome)) this.state = withPuts(this.state, outcome.puts.map(asStored));
    return outcome;
  }

  does<Name extends CommandName>(actor: PersonId, name: Name, args: ArgsOf<Name>): Outcome {
    const outcome = this.attempt(actor, name, args);
    if (isRefusal(outcome))
      throw new Error(`${name} was refused: ${outcome.code}: ${outcome.reason}`);
    return outcome;
  }

  /** The code of the refusal that must come. */
  refuses<Name extends CommandName>(actor: PersonId, name: Name, args: ArgsOf<Name>): RefusalCode {
    const outcome = this.attempt(actor, name, args);
    if (!isRefusal(outcome)) throw new Error(`${name} was not refused.`);
    return outcome.code;
  }

  claim(name = 'claim'): Claim {
    const claim = this.state.claims.get(id(name));
    if (!claim) throw new RangeError(`No claim ${name}.`);
    return claim;
  }

  marks(actor: PersonId, name = 'claim', quote = 'Mobilized men claimed'): Claim {
    this.does(actor, 'claim.mark', {
      claimId: id(name),
      place: placeOfWords(quote),
      checks: 'said',
    });
    return this.claim(name);
  }

  sources(actor: PersonId, name = 'source'): void {
    this.does(actor, 'source.add', {
      sourceId: id(name),
      source: { title: name, reliability: 'B' },
    });
  }

  brings(
    actor: PersonId,
    name: string,
    claim = 'claim',
    fields: Partial<ArgsOf<'evidence.add'>> = {},
  ): void {
    this.does(actor, 'evidence.add', {
      evidenceId: id(name),
      claimId: id(claim),
      sourceId: id(`s-${name}`),
      newSource: { title: name, reliability: 'B' },
      passage: '',
      translation: '',
      translator: '',
      stance: 'supports',
      directness: null,
      credibility: 2,
      note: '',
      question: '',
      ...fields,
    });
  }

  verdict(rating: string, fields: Partial<ArgsOf<'verdict.give'>> = {}): ArgsOf<'verdict.give'> {
    const claimId = fields.claimId ?? id('claim');
    return {
      claimId,
      claimVersion: this.state.claims.get(claimId)?.version ?? 1,
      rating,
      confidence: 'moderate',
      basis: '',
      rationale: `I hold it ${rating}.`,
      likelihood: null,
      evidence: [],
      ...fields,
    };
  }

  judges(actor: PersonId, rating: string, fields: Partial<ArgsOf<'verdict.give'>> = {}): void {
    this.does(actor, 'verdict.give', this.verdict(rating, fields));
  }

  passes(actor: PersonId, claim = 'claim'): void {
    const { version } = this.claim(claim);
    this.does(actor, 'verdict.pass', {
      claimId: id(claim),
      claimVersion: version,
      reason: 'no-time',
      words: '',
    });
  }

  review(
    author: PersonId,
    outcome: 'agree' | 'disagree' | 'request-changes',
    name: string,
  ): ArgsOf<'review.give'> {
    const verdict = this.state.verdicts.get(`${id('claim')}:${author}`);
    return {
      reviewId: id(name),
      claimId: id('claim'),
      verdictAuthor: author,
      verdictRevision: verdict?.revision ?? 1,
      outcome,
      reasons: [],
      comment: '',
    };
  }

  reviews(
    actor: PersonId,
    author: PersonId,
    outcome: 'agree' | 'disagree' | 'request-changes',
    name = `r${this.now}`,
  ): void {
    this.does(actor, 'review.give', this.review(author, outcome, name));
  }

  rules(actor: PersonId, rating: string, fields: Partial<ArgsOf<'ruling.give'>> = {}): string {
    const rulingId = id(`ruling${this.now}`);
    this.does(actor, 'ruling.give', {
      rulingId,
      claimId: id('claim'),
      claimVersion: this.claim().version,
      rating,
      explanation: '',
      replaces: null,
      ...fields,
    });
    return rulingId;
  }

  /** As if the membership had changed meanwhile. */
  becomes(person: PersonId, role: Person['role']): void {
    const people = new Map(this.state.people);
    people.set(person, { id: person, name: people.get(person)?.name ?? '?', role });
    this.state = { ...this.state, people };
  }
}

/** As if the server had taken in the very file that the command names. */
function handedIn(args: unknown): StoredFile | undefined {
  return typeof args === 'object' && args !== null && 'file' in args
    ? storedFile.safeParse(args.file).data
    : undefined;
}

/** As the Y.Doc keeps it: long words are cut. */
function asStored(put: Put): Put {
  return put.root === 'settings' ? put : ({ ...put, value: cutToFit(put.value) } as Put);
}
