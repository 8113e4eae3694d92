/** Offers to say that two sources of one channel have one origin, where somebody has named only one of them. */
import { useState } from 'react';
import { originName, sameOriginCandidate } from '../../../../domain/derive/origin.ts';
import { mayChangeSources } from '../../../../domain/policy/document.ts';
import type { Source } from '../../../../domain/record/source.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { Button } from '../../../ui/button.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './evidence.module.css';
import { sourceName } from './source-name.ts';

/** Answered with no in this visit. */
const apart = new Set<string>();

export function SameOrigin({ source }: { source: Source }) {
  const { live, give } = useDesk();
  const record = useRecord();
  const [, redraw] = useState(0);
  const other = source.origin === '' ? sameOriginCandidate(source, record.sources.values()) : null;
  const may = mayChangeSources(live.store.me.role) === null;
  if (!other || !may || apart.has(source.id)) return null;
  const numbers = claimNumbers(record, other.id);
  return (
    <p className={styles.offer}>
      Same origin as “{sourceName(other)}”{numbers}?
      <Button
        variant="quiet"
        onPress={() =>
          void give('source.set-origins', {
            origins: [{ sourceId: source.id, origin: originName(other) }],
          })
        }
      >
        Same origin
      </Button>
      <Button
        variant="quiet"
        onPress={() => {
          apart.add(source.id);
          redraw((times) => times + 1);
        }}
      >
        No
      </Button>
    </p>
  );
}

/** " (#3, #12)": where it is used. */
function claimNumbers({ evidence, claims }: RecordState, source: string): string {
  const numbers = new Set<number>();
  for (const piece of evidence.values()) {
    const claim = claims.get(piece.claim);
    if (piece.source === source && !piece.removed && claim) numbers.add(claim.number);
  }
  const shown = [...numbers].toSorted((a, b) => a - b).slice(0, 3);
  return shown.length > 0 ? ` (${shown.map((number) => `#${number}`).join(', ')})` : '';
}
