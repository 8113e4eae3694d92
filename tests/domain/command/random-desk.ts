/** Commands as many people would give them at once: mostly sensible, some stale, some forbidden. */
import type { ArgsOf, CommandName } from '../../../domain/command/list.ts';
import { truth5 } from '../../../domain/scale/truth-5.ts';
import type { Random } from '../../random.ts';
import { ANA, BEN, CEM, EVE, id, LEA, placeOfWords, VIC, type Desk } from '../desk.ts';

export interface Step {
  readonly actor: number;
  readonly name: CommandName;
  readonly args: unknown;
}

const actors = [LEA, LEA, ANA, ANA, BEN, CEM, EVE, VIC] as const;
const phrases = [
  'Reports of poorly',
  'Mobilized men claimed',
  'claimed on November 23',
  'A source reported',
  'deny it.',
];
const ratings = [
  ...truth5.ratings.map((rating) => rating.id),
  'true',
  'true',
  'mostly-true',
  'unheard-of',
];

/** One step on this desk; few ids, so that they meet often. */
export function randomStep(desk: Desk, random: Random, at: number): Step {
  const { pick, chance, int } = random;
  const { state } = desk;
  const any = <T>(map: ReadonlyMap<string, T>): T | undefined =>
    map.size > 0 ? pick([...map.values()]) : undefined;
  const claim = any(state.claims);
  const evidence = any(state.evidence);
  // Seldom met by chance, and always what is meant.
  const removed = [...state.evidence.values()].find((piece) => piece.removed);
  const verdict = any(state.verdicts);
  const source = any(state.sources);
  const copy = source && source.archived.length > 0 ? pick(source.archived) : undefined;
  const comment = any(state.comments);
  const gone = [...state.comments.values()].find(({ deleted }) => deleted);
  const claimId = claim?.id ?? id('none');
  const other = any(state.claims);
  const partsOf = (whole: string) =>
    [...state.claims.values()].filter((each) => each.partOf === whole && !each.withdrawn);
  // Now and then what somebody saw is no longer so.
  const version = Math.max(1, (claim?.version ?? 1) - (chance(0.1) ? 1 : 0));
  const fresh = (kind: string) => (chance(0.05) ? id('taken') : id(`${kind}${at}`));
  const place = () => placeOfWords(pick(phrases));
  const onClaim = [...state.evidence.values()].filter((piece) => piece.claim === claimId);
  const rulings = [...state.rulings.values()].filter((ruling) => ruling.claim === claimId);
  /** Mostly claims that are there and live, or withdrawn. */
  const several = (withdrawn = false): string[] => {
    const fit = [...state.claims.values()].filter(
      (each) => chance(0.02) || (each.withdrawn !== null) === withdrawn,
    );
    const some = fit.filter(() => chance(0.4)).map((each) => each.id);
    return some.length > 0 ? some : [claimId];
  };
  const changes = (): ArgsOf<'claim.restate'>['changes'] =>
    pick<ArgsOf<'claim.restate'>['changes']>([
      { restatement: pick(['', 'It is so.', 'It is not so.']) },
      { checks: pick(['said', 'content'] as const) },
      { type: pick(['prediction', 'causal', null] as const) },
      { type: 'assessment', likelihood: 'likely' },
      { date: pick([null, { edtf: 'XXXX-11-23', asWritten: 'November 23' }]) },
      { tags: pick([[], ['war'], ['war', 'men']]), short: pick(['', 'Short']) },
    ]);
  const talk = (): string =>
    pick(['Really?', '@[2] see @[3].', '@[6] and @[99]?', '漢'.repeat(int(1, 3000)), ' ']);
  const args: { [Name in CommandName]: () => ArgsOf<Name> } = {
    'claim.mark': () => ({
      claimId: fresh('c'),
      place: place(),
      checks: pick(['said', 'content'] as const),
      ...(chance(0.3) ? { twin: claimId } : {}),
      ...(chance(0.4) ? { partOf: claimId } : {}),
    }),
    'claim.restate': () => {
      const wanted = changes();
      const seen = Object.fromEntries(
        Object.keys(wanted).map((key) => [key, Reflect.get(claim ?? {}, key)]),
      );
      return { claimId, version, changes: wanted, ...(chance(0.3) && claim ? { seen } : {}) };
    },
    'claim.rerange': () => ({
      claimId,
      version,
      place: place(),
      ...(claim && chance(0.7) ? { from: placeOfWords(claim.quote.exact) } : {}),
    }),
    'claim.take-over-words': () => ({ claimId, version, place: place() }),
    'claim.keep-quote': () => ({ claimId, version, place: place() }),
    'claim.assign': () => ({ claimId, add: [pick(actors)], remove: [pick(actors)] }),
    'claim.merge': () => ({ claimId, version, into: other?.id ?? id('none') }),
    'claim.split': () => {
      // Claims that can be split are few: one of them where there is any.
      const whole = [...state.claims.values()].find(
        (each) => !each.withdrawn && partsOf(each.id).length > 1,
      );
      const parts = whole ? partsOf(whole.id) : [];
      return {
        claimId: whole?.id ?? claimId,
        version: whole?.version ?? version,
        parts: [...parts.map((part) => part.id), claimId, claimId].slice(0, 2),
      };
    },
    'claim.link': () => ({ claimId, twin: other?.id ?? id('none') }),
    'claim.unlink': () => ({ claimId: pick([claimId, claim?.twin ?? claimId]) }),
    'claim.withdraw': () => ({ claimId, reason: pick(['', 'Twice']) }),
    'claim.restore': () => ({ claimId }),
    'claims.tag': () => ({
      changes: [
        { claimIds: several(), add: [pick(['war', 'men'])], remove: [pick(['war', 'kyiv'])] },
        { claimIds: several(), add: [pick(['kyiv', ' war '])], remove: [] },
      ],
    }),
    'claims.assign': () => ({
      changes: [{ claimIds: several(), add: [pick(actors)], remove: [pick(actors)] }],
    }),
    'claims.prioritise': () => ({
      changes: [
        { claimIds: several(), priority: pick(['low', 'high'] as const) },
        { claimIds: several(), priority: 'normal' },
      ],
    }),
    'claims.withdraw': () => ({ claimIds: several(), reason: pick(['', 'Twice']) }),
    'claims.restore': () => ({ claimIds: several(true) }),
    'source.add': () => ({
      sourceId: fresh('s'),
      source: { title: pick(['', 'Paper', 'Post']), reliability: pick(['A', 'F', null]) },
    }),
    'source.edit': () => ({
      sourceId: source?.id ?? id('none'),
      changes: { publisher: pick(['', 'ISW', 'Reuters']) },
    }),
    'source.remove': () => ({ sourceId: source?.id ?? id('none'), reason: '' }),
    'source.restore': () => ({ sourceId: source?.id ?? id('none') }),
    'source.add-copy': () => ({
      sourceId: source?.id ?? id('none'),
      copyId: fresh('k'),
      url: pick(['https://archive.example/1', 'https://archive.example/2']),
      capturedAt: int(1, 9),
    }),
    'source.attach': () => ({
      sourceId: source?.id ?? id('none'),
      copyId: fresh('k'),
      url: '',
      capturedAt: int(1, 9),
      file: {
        sha256: pick(['a', 'b']).repeat(64),
        name: 'post.png',
        mediaType: 'image/png',
        bytes: 3,
      },
    }),
    'source.remove-copy': () => ({
      sourceId: source?.id ?? id('none'),
      copyId: copy?.id ?? id('none'),
      reason: pick(['', 'Wrong']),
    }),
    'source.restore-copy': () => ({
      sourceId: source?.id ?? id('none'),
      copyId: copy?.id ?? id('none'),
    }),
    'source.set-origins': () => ({
      origins: [source, any(state.sources)].flatMap((each) =>
        each ? [{ sourceId: each.id, origin: pick(['', 'Agency', 'Ministry']) }] : [],
      ),
    }),
    'source.merge': () => ({
      sourceId: source?.id ?? id('none'),
      into: any(state.sources)?.id ?? id('none'),
    }),
    'source.unmerge': () => ({
      sourceId: source?.id ?? id('none'),
      from: any(state.sources)?.id ?? id('none'),
      evidence: [...state.evidence.keys()].slice(0, 3),
      emptied: ['title'],
      copies: [],
      protected: false,
    }),
    'evidence.add': () => ({
      evidenceId: fresh('e'),
      claimId,
      sourceId: chance(0.5) ? fresh('es') : (source?.id ?? id('none')),
      ...(chance(0.5) ? { newSource: { url: 'https://a.example/' } } : {}),
      passage: chance(0.2) ? 'p'.repeat(6000) : 'p',
      translation: '',
      translator: '',
      stance: pick(['supports', 'refutes', 'context'] as const),
      directness: null,
      credibility: pick([1, 3, 6, null] as const),
      note: '',
      question: '',
    }),
    'evidence.copy': () => ({
      evidenceId: fresh('ec'),
      from: evidence?.id ?? id('none'),
      claimId,
    }),
    'evidence.edit': () => ({
      evidenceId: evidence?.id ?? id('none'),
      version: evidence?.version ?? 1,
      changes: pick<ArgsOf<'evidence.edit'>['changes']>([
        { note: pick(['', 'n', 'nn']) },
        { passage: 'q'.repeat(int(0, 5000)) },
        { stance: 'refutes', credibility: 5 },
        { source: source?.id ?? id('none') },
      ]),
    }),
    'evidence.remove': () => ({
      evidenceId: evidence?.id ?? id('none'),
      reason: '',
      withSource: chance(0.5),
    }),
    'evidence.restore': () => ({ evidenceId: (removed ?? evidence)?.id ?? id('none') }),
    'verdict.give': () => ({
      claimId,
      claimVersion: version,
      rating: pick(ratings),
      confidence: pick(['low', 'high'] as const),
      basis: '',
      rationale: chance(0.2) ? 'r'.repeat(6000) : 'r',
      likelihood: chance(0.1) ? 'likely' : null,
      evidence: onClaim.filter(() => chance(0.5)).map((piece) => piece.id),
    }),
    'verdict.pass': () => ({ claimId, claimVersion: version, reason: 'other', words: '' }),
    'verdict.stand': () => {
      const given = verdict?.claim ?? claimId;
      const on = state.claims.get(given)?.mergedInto ?? given;
      return {
        claimId: on,
        claimVersion: state.claims.get(on)?.version ?? 1,
        revision: verdict?.revision ?? 1,
      };
    },
    'review.give': () => ({
      reviewId: fresh('r'),
      claimId: verdict?.claim ?? claimId,
      verdictAuthor: verdict?.author ?? BEN,
      verdictRevision: Math.max(1, (verdict?.revision ?? 1) - (chance(0.1) ? 1 : 0)),
      ...(chance(0.4) && {
        suggestion: {
          rating: chance(0.5) ? 'half-true' : null,
          rationale: chance(0.5) ? 'So.' : '',
        },
      }),
      outcome: pick(['agree', 'agree', 'disagree', 'request-changes'] as const),
      reasons: [],
      comment: '',
    }),
    'ruling.give': () => ({
      rulingId: fresh('u'),
      claimId,
      claimVersion: version,
      rating: pick(ratings),
      explanation: '',
      replaces: rulings.at(-1)?.id ?? null,
      ...(chance(0.7) && rulings.length > 0 ? { kind: 'update' as const } : {}),
    }),
    'comment.add': () => {
      const on = pick<ArgsOf<'comment.add'>['on']>([
        { kind: 'claim', claim: claimId },
        { kind: 'evidence', evidence: evidence?.id ?? id('none') },
        { kind: 'verdict', claim: verdict?.claim ?? claimId, author: verdict?.author ?? BEN },
        { kind: 'text' },
        { kind: 'thread', thread: comment?.thread ?? id('none') },
        { kind: 'thread', thread: comment?.id ?? id('none') },
      ]);
      return {
        commentId: chance(0.05) ? pick([claimId, comment?.id ?? claimId]) : fresh('t'),
        on,
        ...((on.kind === 'text') !== chance(0.05) ? { place: place() } : {}),
        comment: talk(),
      };
    },
    'comment.edit': () => ({
      commentId: comment?.id ?? id('none'),
      revision: Math.max(1, (comment?.revision ?? 1) - (chance(0.1) ? 1 : 0)),
      comment: talk(),
    }),
    'comment.delete': () => ({ commentId: comment?.id ?? id('none') }),
    'comment.restore': () => ({ commentId: (gone ?? comment)?.id ?? id('none'), comment: talk() }),
    'thread.resolve': () => ({ threadId: comment?.thread ?? id('none'), reason: 'Dealt with.' }),
    'thread.reopen': () => ({
      threadId: comment?.id ?? id('none'),
      reason: '\u0001'.repeat(int(1, 200)),
    }),
    'text.lock': () => ({}),
    'text.unlock': () => ({}),
    'settings.edit': () => ({
      changes: pick<ArgsOf<'settings.edit'>['changes']>([
        { title: pick(['', 'One', 'Two']) },
        { scale: pick(['truth-5', 'stars']) },
        {
          policy: {
            preset: 'custom',
            verdicts: int(1, 3),
            reviews: int(0, 2),
            sealed: chance(0.2),
          },
        },
      ]),
    }),
  };
  const often: readonly CommandName[] = [
    'claim.mark',
    'evidence.add',
    'verdict.give',
    'verdict.give',
    'review.give',
    'ruling.give',
  ];
  /** They can be done only after others that are rare. */
  const seldom: readonly CommandName[] = [
    'comment.add',
    'comment.edit',
    'comment.delete',
    'comment.restore',
    'claim.split',
    'evidence.restore',
    'source.unmerge',
    'thread.resolve',
    'thread.reopen',
    'source.restore-copy',
  ];
  const all = Object.keys(args) as CommandName[];
  const name = chance(0.5) ? pick(often) : chance(0.25) ? pick(seldom) : pick(all);
  const own = ownerOf(name);
  const isHere = own !== undefined && state.people.get(own)?.role;
  return { actor: isHere ? own : pick(actors), name, args: args[name]() };

  /** What hardly anybody else may do. */
  function ownerOf(command: CommandName): number | undefined {
    if (command === 'verdict.stand') return verdict?.author;
    if (command === 'evidence.restore') return removed?.createdBy;
    return command === 'comment.restore' ? gone?.deleted?.by : undefined;
  }
}
