/** Finds the source that this one is, too, and then asks which of both is kept. */
import { useId, useState } from 'react';
import { hostOf } from '../../../domain/derive/address.ts';
import type { Source } from '../../../domain/record/source.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { sourceName } from '../desk/judge/source-name.ts';
import { useDocumentRecord } from '../document/document-context.ts';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './sources.module.css';

const MOST = 20;

export function MergeIntoDialog({ source, onClose }: { source: Source; onClose(): void }) {
  const { sources } = useDocumentRecord();
  const name = useId();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isFound, setFound] = useState(false);
  const other = chosen === null ? undefined : sources.get(chosen);
  if (isFound && other) return <MergeDialog one={source} other={other} onClose={onClose} />;
  const found = candidates(source, [...sources.values()], search);

  return (
    <Dialog
      title={`“${sourceName(source).slice(0, 60)}” is another source`}
      wide
      isOpen
      onClose={onClose}
    >
      <form
        className={styles.ask}
        onSubmit={(event) => {
          event.preventDefault();
          if (other) setFound(true);
        }}
      >
        <TextField
          label="Which one it is"
          type="search"
          placeholder="Title or address"
          value={search}
          onChange={setSearch}
          autoFocus
        />
        <div className={styles.choices} role="radiogroup" aria-label="Sources">
          {found.slice(0, MOST).map((each) => (
            <label key={each.id} className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={each.id === chosen}
                onChange={() => setChosen(each.id)}
              />
              <span dir="auto">{sourceName(each)}</span>
              <span className={styles.facts}>{hostOf(each.url)}</span>
            </label>
          ))}
          {found.length === 0 && <p className={styles.facts}>No other source has these words.</p>}
          {found.length > MOST && (
            <p className={styles.facts}>{found.length - MOST} more. Type to narrow them down.</p>
          )}
        </div>
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isDisabled={!other}>
            Go on
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Of the same host first. */
function candidates(source: Source, all: readonly Source[], search: string): Source[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const host = hostOf(source.url);
  const here = ({ url }: Source): number => Number(host !== '' && hostOf(url) === host);
  return all
    .filter((each) => each.id !== source.id && !each.removed)
    .filter(({ title, url }) => {
      const own = `${title} ${url}`.toLowerCase();
      return words.every((word) => own.includes(word));
    })
    .toSorted((a, b) => here(b) - here(a) || sourceName(a).localeCompare(sourceName(b)));
}
