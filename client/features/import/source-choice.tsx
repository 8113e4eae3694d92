/** The numbered notes of a report, each to become a source or not. */
import type { OfferedSource } from '../../../domain/import/preview.ts';
import { Button } from '../../ui/button.tsx';
import styles from './import.module.css';

export interface SourceChoiceProps {
  sources: readonly OfferedSource[];
  /** Places in `sources`. */
  leftOut: ReadonlySet<number>;
  onChange(leftOut: ReadonlySet<number>): void;
}

export function SourceChoice({ sources, leftOut, onChange }: SourceChoiceProps) {
  const none = leftOut.size === sources.length;
  return (
    <fieldset className={styles.sources}>
      <legend className={styles.legend}>
        Sources from the notes{' '}
        <span className={styles.count}>
          {sources.length - leftOut.size} of {sources.length}
        </span>
      </legend>
      <p className={styles.hint}>
        The notes stay in the text. Those that are ticked can be cited as evidence too.
      </p>
      <ul className={styles.list}>
        {sources.map(({ numbers, url, words }, place) => (
          <li key={url}>
            <label className={styles.source}>
              <input
                type="checkbox"
                checked={!leftOut.has(place)}
                onChange={(event) => {
                  const next = new Set(leftOut);
                  if (event.target.checked) next.delete(place);
                  else next.add(place);
                  onChange(next);
                }}
              />
              <span className={styles.number}>{numbers.map((each) => `[${each}]`).join(' ')}</span>
              <span className={styles.about}>
                {words !== '' && <bdi className={styles.said}>{words}</bdi>}
                <bdi className={styles.url}>{url}</bdi>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Button
        variant="quiet"
        className={styles.all ?? ''}
        onPress={() => onChange(new Set(none ? [] : sources.keys()))}
      >
        {none ? 'Tick all' : 'Tick none'}
      </Button>
    </fieldset>
  );
}
