/** Where several claims lie over each other, all of them, to choose from: a pointer says a place, not a claim. */
import { X } from 'lucide-react';
import { classes } from '../../../ui/classes.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { SHEET, useNarrow } from '../panes/use-narrow.ts';
import styles from './overlap-bar.module.css';

export function OverlapBar() {
  const { overlap, setOverlap, current, open } = useDesk();
  const { claims } = useRecord();
  const sheet = useNarrow(SHEET);
  const here = overlap.flatMap((id) => {
    const claim = claims.get(id);
    return claim && !claim.withdrawn ? [claim] : [];
  });
  if (here.length < 2) return null;
  return (
    <section className={styles.bar} aria-label="Claims at this place">
      <div className={styles.top}>
        <span>{here.length} claims at this place</span>
        <button
          type="button"
          className={styles.close}
          aria-label="Close the list of claims at this place"
          onClick={() => setOverlap([])}
        >
          <X size={14} aria-hidden />
        </button>
      </div>
      <ul className={styles.list}>
        {here.map(({ id, number, quote }) => (
          <li key={id}>
            <button
              type="button"
              className={classes(styles.claim, id === current && styles.current)}
              aria-current={id === current}
              onClick={() => {
                open(id, 'text');
                if (sheet) setOverlap([]);
              }}
            >
              <span className={styles.number}>#{number}</span>
              <span dir="auto" className={styles.quote}>
                {quote.exact}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
