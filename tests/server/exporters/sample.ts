// A small finished document over the seed's first paragraphs: every stage of a
// claim once, two claims that overlap, one over two paragraphs.
import { readFileSync } from 'node:fs';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import type { Claim } from '../../../domain/record/claim.ts';
import type { Comment } from '../../../domain/record/comment.ts';
import type { Evidence } from '../../../domain/record/evidence.ts';
import type { Review } from '../../../domain/record/review.ts';
import type { Ruling } from '../../../domain/record/ruling.ts';
import { blankSettings } from '../../../domain/record/settings.ts';
import type { Source } from '../../../domain/record/source.ts';
import type { RecordState } from '../../../domain/record/state.ts';
import { verdictKey, type Judgement } from '../../../domain/record/verdict.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { NodeText } from '../../../domain/text/plain-text.ts';
import { textSchema } from '../../../domain/text/schema.ts';
import type { ExportInput } from '../../../server/exporters/export-document.ts';
import { importFile } from '../../../server/importers/import-file.ts';

const file = 'isw-russian-offensive-campaign-assessment-november-25.txt';
const start = Date.UTC(2026, 10, 23, 10);

export function idFor(kind: string, number: number): string {
  return `${kind}${number}`.padEnd(21, '-');
}

const authorship = { createdAt: start, createdBy: 1, modifiedAt: start, modifiedBy: 1 };

function claimOn(number: number, exact: string, more: Partial<Claim> = {}): Claim {
  return {
    id: idFor('claim', number),
    number,
    version: 1,
    quote: { exact, prefix: '', suffix: '' },
    keptAgainst: null,
    raised: null,
    mergedInto: null,
    splitInto: [],
    partOf: null,
    position: { start: 0, end: exact.length },
    checks: 'content',
    restatement: '',
    short: '',
    claimant: '',
    chain: [],
    date: null,
    place: '',
    type: null,
    likelihood: null,
    tags: [],
    priority: 'normal',
    assignees: [],
    twin: null,
    policy: null,
    withdrawn: null,
    ...authorship,
    ...more,
  };
}

function source(number: number, more: Partial<Source>): Source {
  return {
    id: idFor('source', number),
    url: '',
    archived: [],
    title: '',
    publisher: '',
    author: '',
    published: null,
    language: '',
    medium: '',
    origin: '',
    reliability: null,
    protected: false,
    removed: null,
    ...authorship,
    ...more,
  };
}

function evidence(number: number, claim: number, from: number, more: Partial<Evidence>): Evidence {
  return {
    id: idFor('evidence', number),
    claim: idFor('claim', claim),
    source: idFor('source', from),
    version: 1,
    passage: '',
    translation: '',
    translator: '',
    stance: 'supports',
    directness: null,
    credibility: null,
    grader: 1,
    cameFrom: [],
    copiedFrom: null,
    note: '',
    question: '',
    removed: null,
    ...authorship,
    ...more,
  };
}

function verdict(claim: number, author: number, rating: string, rationale: string): Judgement {
  return {
    kind: 'verdict',
    cameFrom: null,
    claim: idFor('claim', claim),
    author,
    revision: 1,
    claimVersion: 1,
    submittedAt: start + claim * 60_000 + author,
    afterReveal: false,
    rating,
    confidence: 'moderate',
    basis: 'plausible, not corroborated enough',
    rationale,
    likelihood: null,
    evidence: [],
  };
}

function review(number: number, claim: number, of: number, more: Partial<Review>): Review {
  return {
    id: idFor('review', number),
    claim: idFor('claim', claim),
    verdictAuthor: of,
    verdictRevision: 1,
    author: 1,
    outcome: 'agree',
    reasons: ['good-sources'],
    comment: '',
    suggestion: null,
    submittedAt: start + 7_200_000,
    ...more,
  };
}

export function comment(number: number, more: Partial<Comment>): Comment {
  return {
    id: idFor('comment', number),
    thread: idFor('comment', number),
    about: { kind: 'text' },
    anchor: null,
    comment: '@[2] Internal only: is this the same unit?',
    revision: 1,
    deleted: null,
    turns: [],
    ...authorship,
    ...more,
  };
}

function ruling(number: number, claim: number, rating: string, more: Partial<Ruling>): Ruling {
  return {
    id: idFor('ruling', number),
    claim: idFor('claim', claim),
    claimVersion: 1,
    rating,
    method: 'single',
    explanation: '',
    dissent: [],
    kind: 'first',
    replaces: null,
    ruledAt: start + 86_400_000,
    ruledBy: 1,
    ...more,
  };
}

const keyed = <R extends { id: string }>(records: readonly R[]) =>
  new Map(records.map((record) => [record.id, record]));

/** `text` with the anchor of each claim on its quote, which may run over blocks. */
export function marked(text: Node, claims: readonly Pick<Claim, 'id' | 'quote'>[]): Node {
  const plain = new NodeText(text);
  const step = new Transform(text);
  for (const claim of claims) {
    const from = plain.string.indexOf(claim.quote.exact);
    if (from < 0) continue;
    const anchor = textSchema.mark('anchor', { id: claim.id });
    step.addMark(plain.posOf(from), plain.posOf(from + claim.quote.exact.length), anchor);
  }
  return step.doc;
}

export function sampleInput(): ExportInput {
  const bytes = readFileSync(new URL(`../../../seeds/texts/${file}`, import.meta.url));
  const read = importFile(file, bytes);
  if (isRefusal(read)) throw new Error(read.reason);
  const claims = [
    claimOn(
      1,
      'Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23 that the Russian military command sent them into battle without proper training, uniforms, or protective gear',
      {
        checks: 'said',
        restatement:
          'Men mobilized in Serpukhov said they were sent to fight untrained and unequipped.',
        claimant: 'Mobilized personnel',
        chain: [{ who: 'Mobilized personnel', how: 'by video', when: 'November 23' }],
        date: { edtf: 'XXXX-11-23', asWritten: 'November 23' },
        twin: idFor('claim', 2),
        tags: ['mobilization'],
        type: 'quote-verification',
      },
    ),
    claimOn(
      2,
      'the Russian military command sent them into battle without proper training, uniforms, or protective gear, leading them to suffer mass casualties',
      { twin: idFor('claim', 1) },
    ),
    claimOn(3, 'command only feeds the mobilized personnel once a day'),
    claimOn(4, 'the Serpukhov mobilized personnel now face a military tribunal for desertion'),
    claimOn(
      5,
      'left other members of their unit to be executed when surrendering to Ukrainian forces',
    ),
    claimOn(
      6,
      'criticized the Russian training and command issues that led to this situation.\nThese milbloggers also criticized other Russian milbloggers',
    ),
    claimOn(7, 'Words that nobody finds any more'),
    claimOn(
      8,
      'Russian President Vladimir Putin falsely presented a meeting with 18 hand-picked women',
      { quote: { exact: 'Putin presented a meeting with 20 women', prefix: '', suffix: '' } },
    ),
    claimOn(9, 'Taken back', { withdrawn: { at: start, by: 1, reason: 'Marked twice.' } }),
  ];
  const text = marked(
    read.imported.text,
    claims.map((claim) =>
      claim.number === 8
        ? {
            ...claim,
            quote: {
              ...claim.quote,
              exact:
                'Russian President Vladimir Putin falsely presented a meeting with 18 hand-picked women',
            },
          }
        : claim,
    ),
  );
  const verdicts = [
    verdict(1, 2, 'true', 'The video exists and shows men who say so; unit and date fit.'),
    verdict(2, 2, 'mostly-true', 'Whether all of them lacked gear is open.'),
    verdict(4, 2, 'true', 'The channel quotes the charge.'),
    verdict(4, 3, 'half-true', 'One channel alone, and it is not independent.'),
    verdict(5, 3, 'not-enough-evidence', 'Nobody but the blogger says so.'),
  ];
  const records: RecordState = {
    claims: keyed(claims),
    sources: keyed([
      source(1, {
        title: 'Video appeal, first',
        url: 'https://example.org/video/1',
        medium: 'Telegram',
        reliability: 'B',
        published: { edtf: '2026-11-23', asWritten: '23 Nov' },
        archived: [
          {
            id: idFor('copy', 1),
            url: 'https://archive.example.org/1',
            file: null,
            capturedAt: start,
            removed: null,
          },
        ],
      }),
      source(2, {
        title: 'Second video, men deny desertion',
        medium: 'Telegram',
        reliability: 'C',
        origin: 'Serpukhov channel',
      }),
      source(3, {
        title: 'An officer of the unit',
        author: 'Major N.',
        reliability: 'A',
        protected: true,
      }),
    ]),
    evidence: keyed([
      evidence(1, 1, 1, {
        directness: 'primary',
        credibility: 2,
        passage: '«Нас отправили без подготовки и снаряжения.»',
        translation: '“We were sent without training and gear.”',
        translator: 'Analyst Two',
      }),
      evidence(2, 1, 2, { stance: 'context', credibility: 3, note: 'Says nothing of the gear.' }),
      evidence(3, 2, 3, { credibility: 2, passage: 'They had helmets.', stance: 'refutes' }),
    ]),
    verdicts: new Map(verdicts.map((each) => [verdictKey(each.claim, each.author), each])),
    reviews: keyed([
      review(1, 1, 2, {}),
      review(2, 4, 2, {
        author: 3,
        outcome: 'disagree',
        reasons: ['single-origin'],
        comment: 'All of it rests on one channel.',
        suggestion: { rating: 'not-enough-evidence', rationale: 'One channel is one source.' },
      }),
    ]),
    rulings: keyed([
      ruling(1, 1, 'mostly-true', { ruledAt: start + 80_000_000, explanation: 'Said in a video.' }),
      ruling(2, 1, 'true', {
        kind: 'correction',
        replaces: idFor('ruling', 1),
        explanation: 'Said in the video of 23 November, of which two copies exist.',
      }),
      ruling(3, 5, 'not-enough-evidence', {
        method: 'adjudicated',
        explanation: 'A single, partial source.',
        dissent: [
          {
            author: 2,
            revision: 1,
            rating: 'mostly-false',
            words: 'The pictures do not fit the place.',
          },
        ],
      }),
    ]),
    comments: keyed([
      comment(1, { about: { kind: 'claim', claim: idFor('claim', 1) } }),
      comment(2, {
        thread: idFor('comment', 1),
        about: { kind: 'claim', claim: idFor('claim', 1) },
        comment: 'Internal only: ask the editor.',
      }),
    ]),
    settings: { ...blankSettings(read.title), ...read.imported.settings, language: 'en' },
    people: new Map([
      [1, { id: 1, name: 'Lea Lead', role: 'lead' }],
      [2, { id: 2, name: 'Ana Analyst', role: 'analyst' }],
      [3, { id: 3, name: 'Bo Analyst', role: 'analyst' }],
    ]),
  };
  return {
    document: { id: 'sample', title: read.title },
    text,
    records,
    original: read.original,
    publicUrl: 'https://desk.example.org',
    now: start + 172_800_000,
  };
}
