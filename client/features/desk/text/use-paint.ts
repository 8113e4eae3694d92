/** Gives every claim in the text its look: from the records, never from the text. */
import { useMemo } from 'react';
import { latestRuling, rulingHolds } from '../../../../domain/derive/ruling.ts';
import { stageOf } from '../../../../domain/derive/stage.ts';
import type { AnchorState } from '../../../../domain/derive/standing.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { indexRecords } from '../../../../domain/record/claim-records.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { scaleOf } from '../../../../domain/scale/list.ts';
import { ratingOf } from '../../../../domain/scale/scale.ts';
import type { ClaimPaint } from '../../../editor/editor.ts';
import { useDesk, useRecord } from '../desk-context.ts';

/** The look of every claim that stands, by id. */
export function usePaints(): ReadonlyMap<string, ClaimPaint> {
  const { anchors } = useDesk();
  const record = useRecord();
  return useMemo(() => {
    const paints = new Map<string, ClaimPaint>();
    const indexed = indexRecords(record);
    for (const claim of record.claims.values()) {
      if (!claim.withdrawn) paints.set(claim.id, paintOf(indexed, claim, anchors.get(claim.id)));
    }
    return paints;
  }, [anchors, record]);
}

function paintOf(record: RecordState, claim: Claim, anchor: AnchorState = 'exact'): ClaimPaint {
  const stage = stageOf(record, claim, anchor);
  const ruling = latestRuling(record, claim.id);
  const rating = ruling && ratingOf(scaleOf(record.settings.scale), ruling.rating);
  // A split claim has no colour of its own; a ruling that no longer holds keeps its colour until another comes.
  const hue = stage === 'disputed' ? null : (rating?.colour ?? null);
  const mark = stage === 'disputed' ? 'disputed' : (rating?.letters ?? '');
  const again = ruling && !rulingHolds(record, claim, ruling, anchor) ? '?' : '';
  return { stage, hue, label: mark ? `${claim.number} ${mark}${again}` : '' };
}
