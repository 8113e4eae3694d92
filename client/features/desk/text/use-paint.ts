/** Gives every claim in the text its look: from the records, never from the text. */
import { useMemo } from 'react';
import type { ClaimPaint } from '../../../editor/editor.ts';
import { useDesk, useRecord } from '../desk-context.ts';

/** The look of every claim that stands, by id. */
export function usePaints(): ReadonlyMap<string, ClaimPaint> {
  const { anchors, order, rows } = useDesk();
  const record = useRecord();
  return useMemo(() => {
    rows.of(record, order, anchors);
    return rows.paints;
  }, [rows, anchors, order, record]);
}
