/** How far a document is: settled claims by rating, those being judged, the open rest. */
import { classes } from './classes.ts';
import styles from './progress-bar.module.css';
import { ratingHue, ratingHues } from './rating-hue.ts';

export interface Progress {
  total: number;
  /** How many claims were settled on each rating. */
  settled: Readonly<Record<string, number>>;
  judging: number;
  open: number;
}

export function settledCount(progress: Progress): number {
  return Object.values(progress.settled).reduce((sum, count) => sum + count, 0);
}

/** "12 of 40 settled, 9 being judged, 19 open" */
export function progressWords(progress: Progress): string {
  if (progress.total === 0) return 'No claims yet';
  return `${settledCount(progress)} of ${progress.total} settled, ${progress.judging} being judged, ${progress.open} open`;
}

export function SettledBar({ progress, className }: { progress: Progress; className?: string }) {
  const segments = ratingHues
    .map((hue) => {
      const ratings = Object.entries(progress.settled).filter(
        ([rating]) => ratingHue(rating) === hue,
      );
      return { hue, count: ratings.reduce((sum, [, count]) => sum + count, 0) };
    })
    .filter((segment) => segment.count > 0);
  return (
    <span
      className={classes(styles.bar, className)}
      role="img"
      aria-label={progressWords(progress)}
      title={progressWords(progress)}
    >
      {segments.map(({ hue, count }) => (
        <span key={hue} className={styles.settled} data-rating={hue} style={{ flexGrow: count }} />
      ))}
      {progress.judging > 0 && (
        <span className={styles.judging} style={{ flexGrow: progress.judging }} />
      )}
      {progress.open > 0 && <span className={styles.open} style={{ flexGrow: progress.open }} />}
    </span>
  );
}

/** One measured job, 0 to 1; `null` while its length is unknown. */
export function JobBar({ label, value }: { label: string; value: number | null }) {
  const percent = value === null ? null : Math.round(value * 100);
  return (
    <span
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent !== null && { 'aria-valuenow': percent })}
    >
      <span
        className={classes(styles.done, percent === null && styles.unknown)}
        {...(percent !== null && { style: { width: `${percent}%` } })}
      />
    </span>
  );
}
