/** What the list, the text and the minimap show of one claim: a plain function over the record. */
import { flagsOf, type Flag } from '../../../../domain/derive/flags.ts';
import { gradesText } from '../../../../domain/derive/grades.ts';
import { latestRuling, rulingHolds } from '../../../../domain/derive/ruling.ts';
import { headcountOf, type Stage, stageOf } from '../../../../domain/derive/stage.ts';
import { type AnchorState, revealedOn } from '../../../../domain/derive/standing.ts';
import { waitingFor } from '../../../../domain/derive/waiting.ts';
import { stageWords } from '../../../../domain/derive/words.ts';
import type { PersonId } from '../../../../domain/id.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import type { Ruling } from '../../../../domain/record/ruling.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { type Rating, ratingOf } from '../../../../domain/scale/scale.ts';
import type { ClaimPaint } from '../../../editor/editor.ts';
import { type RatingHue, ratingHue } from '../../../ui/rating-hue.ts';
import { fold } from './search.ts';

export interface ClaimRow {
  readonly claim: Claim;
  readonly stage: Stage;
  readonly flags: readonly Flag[];
  /** Those that the other words of the row do not tell already. */
  readonly told: readonly Flag[];
  /** The rating's word once settled, else the stage's. */
  readonly standing: string;
  /** Null before there is a ruling: no colour says anything then. */
  readonly hue: RatingHue | null;
  /** The rating that settles it; null while nothing does. */
  readonly rating: string | null;
  /** `▲B2 ▼C3`, or that there is none. Before reveal of one's own evidence alone. */
  readonly grades: string;
  /** "2 of 3" */
  readonly judged: string;
  readonly forMe: boolean;
  /** Comments of others that are new to me; the record does not tell it: `withUnread` does. */
  readonly unread: number;
  /** Its look in the text. */
  readonly paint: ClaimPaint;
  /** All that the search of the list reads, folded. */
  readonly words: string;
}

export function claimRow(
  record: RecordState,
  claim: Claim,
  anchor: AnchorState,
  me: PersonId,
): ClaimRow {
  const stage = stageOf(record, claim, anchor);
  const flags = flagsOf(record, claim, anchor);
  const ruling = latestRuling(record, claim.id);
  const rating = ruling && ratingOf(scaleOf(record.settings.scale), ruling.rating);
  const { submitted, wanted } = headcountOf(record, claim);
  const settled = stage === 'settled' && rating;
  const grades = gradesText(record, claim, revealedOn(record, claim) ? undefined : me);
  const holds = ruling === null || rulingHolds(record, claim, ruling, anchor);
  return {
    claim,
    stage,
    flags,
    told: flags.filter((flag) => flag !== 'unsourced' && flag !== 'in-review'),
    standing: settled ? rating.label : stageWords[stage],
    hue: ruling && stage !== 'disputed' ? ratingHue(ruling.rating) : null,
    rating: settled ? rating.id : null,
    grades: flags.includes('unsourced') ? 'no source' : /\w/.test(grades) ? grades : 'no grade',
    judged: `${submitted} of ${wanted}`,
    forMe: waitingFor(record, claim, me, anchor).length > 0,
    unread: 0,
    paint: paintOf(claim, stage, { ruling, rating: rating ?? null, holds }),
    words: wordsOf(claim),
  };
}

/** The same rows with what is new of their talk; those without any are the same objects. */
export function withUnread(
  rows: readonly ClaimRow[],
  unread: ReadonlyMap<string, number>,
): readonly ClaimRow[] {
  if (unread.size === 0) return rows;
  return rows.map((row) => {
    const count = unread.get(row.claim.id);
    return count === undefined ? row : { ...row, unread: count };
  });
}

function paintOf(
  claim: Claim,
  stage: Stage,
  { ruling, rating, holds }: { ruling: Ruling | null; rating: Rating | null; holds: boolean },
): ClaimPaint {
  // A split claim has no colour of its own; a ruling that no longer holds keeps its colour until another comes.
  const hue = stage === 'disputed' ? null : (rating?.colour ?? null);
  const mark = stage === 'disputed' ? 'disputed' : (rating?.letters ?? '');
  const again = ruling && !holds ? '?' : '';
  return { stage, hue, label: mark ? `${claim.number} ${mark}${again}` : '' };
}

/** The fields in the order in which the list says where something was found. */
function wordsOf({ number, quote, restatement, short, claimant, tags }: Claim): string {
  return fold([quote.exact, restatement, short, claimant, ...tags, `#${number}`].join('\n'));
}
