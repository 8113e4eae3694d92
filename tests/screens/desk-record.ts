/** A record as a newsroom would leave it in the middle of an afternoon: the seed, with claims in every stage. */
import type { CommentOn } from '../../domain/command/comment-add.ts';
import { type Colleague, recordIdOf } from './newsroom.ts';

export interface Desk {
  readonly document: string;
  readonly lead: Colleague;
  readonly amir: Colleague;
  readonly yuki: Colleague;
}

type Who = 'lead' | 'amir' | 'yuki';
type Stance = 'supports' | 'refutes' | 'context';
type Grade = `${'A' | 'B' | 'C' | 'D' | 'E' | 'F'}${1 | 2 | 3 | 4 | 5 | 6}`;

export function claimId(number: number): string {
  return recordIdOf(`claim-${number}`);
}

const quotes: readonly string[] = [
  'Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23 that the Russian military command sent them into battle without proper training, uniforms, or protective gear',
  'command only feeds the mobilized personnel once a day',
  'A Russian source reported that the Serpukhov mobilized personnel now face a military tribunal for desertion',
  'these Russian personnel abandoned their positions in Makiivka, Luhansk Oblast',
  'the Russian military command sent them into battle without proper training',
  'Russian President Vladimir Putin falsely presented a meeting with 18 hand-picked women holding influential positions in the Russian political sphere as an open discussion',
  'the calls of relatives of Russian soldiers have reportedly not received a response',
  'A Russian news channel posted a video on November 24',
  'unidentified individuals began to surveil their members',
  'several mothers asked Putin to prevent the mobilization of their only child',
  'two days before Russian Mother’s Day',
];

export async function writeRecord(desk: Desk): Promise<void> {
  const { document } = desk;
  const by = (who: Who): Colleague => desk[who];

  for (const [index, quote] of quotes.entries()) {
    const marker = index % 3 === 0 ? desk.yuki : desk.amir;
    await marker.give(document, 'claim.mark', {
      claimId: claimId(index + 1),
      place: { start: '', end: '', quote, block: 0 },
      checks: index === 0 || index === 8 ? 'said' : 'content',
    });
  }

  const evidence = async (
    who: Who,
    claim: number,
    key: string,
    stance: Stance,
    grade: Grade,
    source: { title: string; publisher: string; url?: string; origin?: string },
    passage: string,
  ): Promise<string> => {
    const evidenceId = recordIdOf(`evidence-${key}`);
    const [reliability, credibility] = [grade[0], Number(grade[1])];
    await by(who).give(document, 'evidence.add', {
      evidenceId,
      claimId: claimId(claim),
      sourceId: recordIdOf(`source-${key}`),
      newSource: {
        url: `https://${key}.example.org/report`,
        ...source,
        reliability: reliability as 'A',
      },
      passage,
      translation: '',
      translator: '',
      stance,
      directness: 'primary',
      credibility: credibility as 1,
      note: '',
      question: '',
    });
    return evidenceId;
  };
  const verdict = (
    who: Who,
    claim: number,
    rating: string,
    confidence: 'low' | 'moderate' | 'high',
    rationale: string,
    rests: readonly string[] = [],
  ): Promise<void> =>
    by(who).give(document, 'verdict.give', {
      claimId: claimId(claim),
      claimVersion: 1,
      rating,
      confidence,
      basis: '',
      rationale,
      likelihood: null,
      evidence: [...rests],
    });
  const personOf: Record<Who, number> = {
    lead: await desk.lead.id(),
    amir: await desk.amir.id(),
    yuki: await desk.yuki.id(),
  };
  const review = (
    who: Who,
    claim: number,
    author: Who,
    outcome: 'agree' | 'disagree' | 'request-changes',
    reasons: readonly ('good-sources' | 'missing-context' | 'single-origin')[],
    comment: string,
  ): Promise<void> =>
    by(who).give(document, 'review.give', {
      reviewId: recordIdOf(`review-${claim}-${who}`),
      claimId: claimId(claim),
      verdictAuthor: personOf[author],
      verdictRevision: 1,
      outcome,
      reasons: [...reasons],
      comment,
    });
  const rule = (claim: number, rating: string, explanation: string): Promise<void> =>
    desk.lead.give(document, 'ruling.give', {
      rulingId: recordIdOf(`ruling-${claim}`),
      claimId: claimId(claim),
      claimVersion: 1,
      rating,
      explanation,
      replaces: null,
    });

  // 6: settled as false. 8: settled as true. 11: settled as true, by majority of two.
  const kremlin = await evidence(
    'amir',
    6,
    'kremlin',
    'supports',
    'A1',
    { title: 'Meeting with mothers of military personnel', publisher: 'kremlin.ru' },
    'The list of those present names officials and members of ruling-party organisations.',
  );
  await verdict('amir', 6, 'true', 'high', 'The guest list is public and checks out.', [kremlin]);
  await review('yuki', 6, 'amir', 'agree', ['good-sources'], '');
  await rule(6, 'true', 'The participants were chosen, and the published list shows it.');
  const channel = await evidence(
    'yuki',
    8,
    'channel',
    'refutes',
    'B2',
    { title: 'Video of 22 November', publisher: 'Telegram' },
    'The upload is dated two days earlier.',
  );
  await verdict('yuki', 8, 'mostly-false', 'moderate', 'The video is older than that.', [channel]);
  await review('amir', 8, 'yuki', 'agree', ['good-sources'], '');
  await rule(8, 'mostly-false', 'The video had been posted on 22 November already.');

  // 3: disputed. 4: settled off the scale. 1: a verdict that waits for its review. 5: evidence alone.
  const tribunal = await evidence(
    'amir',
    3,
    'tribunal',
    'supports',
    'C3',
    { title: 'They face a tribunal', publisher: 'Telegram' },
    'The channel writes that charges were read to them on Wednesday.',
  );
  const denial = await evidence(
    'yuki',
    3,
    'denial',
    'refutes',
    'B3',
    { title: 'Second video, men deny desertion', publisher: 'Telegram' },
    '“We are not deserters. We are ready to serve on the second and third line.”',
  );
  await verdict('amir', 3, 'mostly-true', 'low', 'One channel says so, with details.', [tribunal]);
  await verdict('yuki', 3, 'mostly-false', 'moderate', 'The men deny it on video.', [denial]);
  const positions = await evidence(
    'amir',
    4,
    'positions',
    'context',
    'D4',
    { title: 'Milblogger on Makiivka', publisher: 'Telegram' },
    'No unit, no date, no place is named.',
  );
  await verdict('amir', 4, 'not-enough-evidence', 'moderate', 'Nothing to check it by.', [
    positions,
  ]);
  await review('yuki', 4, 'amir', 'agree', [], '');
  await rule(4, 'not-enough-evidence', 'Nobody has published anything that could be checked.');
  const appeal = await evidence(
    'amir',
    1,
    'appeal',
    'supports',
    'B2',
    { title: 'Video appeal, first', publisher: 'Telegram' },
    'Nineteen men in uniform say so into the camera; the speaker names Serpukhov.',
  );
  await evidence(
    'yuki',
    1,
    'second',
    'context',
    'C3',
    { title: 'Second video, men deny desertion', publisher: 'Telegram', origin: 'same channel' },
    'The same men, two days later.',
  );
  await verdict(
    'amir',
    1,
    'mostly-true',
    'moderate',
    'The video exists and shows men who say so; unit and date fit.',
    [appeal],
  );
  await evidence(
    'yuki',
    5,
    'training',
    'supports',
    'C3',
    { title: 'Interview with a father', publisher: 'Radio Svoboda' },
    '“They had four days on the range.”',
  );
  const say = (who: Who, key: string, on: CommentOn, comment: string): Promise<void> =>
    by(who).give(document, 'comment.add', { commentId: recordIdOf(`comment-${key}`), on, comment });
  const onClaim: CommentOn = { kind: 'claim', claim: claimId(3) };
  const inThread: CommentOn = { kind: 'thread', thread: recordIdOf('comment-post') };
  await say('yuki', 'post', onClaim, `@[${personOf.amir}] The channel has deleted the post since.`);
  await say('amir', 'copy', inThread, 'There is a copy, I add it to the evidence.');
  await say('lead', 'thanks', inThread, 'Good. Then only the date is open.');
  await say('lead', 'video', { kind: 'evidence', evidence: denial }, 'Who speaks here?');
  await desk.amir.give(document, 'verdict.pass', {
    claimId: claimId(9),
    claimVersion: 1,
    reason: 'language',
    words: '',
  });
  await desk.amir.give(document, 'claim.withdraw', {
    claimId: claimId(10),
    reason: 'Part of another claim.',
  });
}
