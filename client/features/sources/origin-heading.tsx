/** Above the sources of one origin: what it is called, how much rests on it, and what rests on nothing else. */
import { useDocument } from '../document/document-context.ts';
import { ClaimLinks } from './claim-links.tsx';
import type { SourceRow } from './source-rows.ts';
import styles from './sources.module.css';

export function OriginHeading({ row }: { row: Extract<SourceRow, { kind: 'origin' }> }) {
  const { id } = useDocument();
  const { origin, shown } = row;
  const all = origin.sources.length;
  return (
    <div className={styles.origin}>
      <h2>
        <bdi>{origin.name || 'One source'}</bdi>
      </h2>
      <span className={styles.facts}>
        {shown < all ? `${shown} of ${all} sources` : all === 1 ? '1 source' : `${all} sources`}
      </span>
      {origin.alone.length > 0 && (
        <span className={styles.alone}>
          {origin.alone.length === 1 ? 'One claim rests' : `${origin.alone.length} claims rest`} on
          this alone: <ClaimLinks document={id} claims={origin.alone} />
        </span>
      )}
    </div>
  );
}

/** Above sources of which each is an origin of its own, and none the only one under a claim. */
export function OthersHeading({ shown }: { shown: number }) {
  return (
    <div className={styles.origin}>
      <h2>Each an origin of its own</h2>
      <span className={styles.facts}>{shown === 1 ? '1 source' : `${shown} sources`}</span>
    </div>
  );
}
