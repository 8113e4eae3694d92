/** Any action, and any claim by its number or words, by typing. */
import { type KeyboardEvent, useEffect, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { type Desk, useDesk, useRecord } from '../desk/desk-context.ts';
import { keyWords } from './action.ts';
import styles from './actions.module.css';
import { actions } from './list.ts';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  run(): void;
}

const MOST_CLAIMS = 8;

export function Palette() {
  const desk = useDesk();
  if (desk.overlay !== 'palette') return null;
  return (
    <Dialog title="Actions" isOpen onClose={() => desk.show(null)}>
      <Chooser desk={desk} />
    </Dialog>
  );
}

function Chooser({ desk }: { desk: Desk }) {
  const entries = useEntries(desk);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const found = entries(search);
  const chosen = found[Math.min(at, found.length - 1)];
  const chosenId = chosen?.id;

  function take(entry: Entry | undefined): void {
    if (!entry) return;
    desk.show(null);
    // After the dialog has given the focus back, so that an action may take it.
    setTimeout(() => entry.run(), 0);
  }

  // The chosen one stays in view while the arrows walk down a long list.
  useEffect(() => {
    document.getElementById(`palette-${chosenId}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);

  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') take(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        className={styles.find}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={chosen ? `palette-${chosen.id}` : undefined}
        aria-label="Find an action or a claim"
        placeholder="Find an action or a claim"
        // The palette was opened to type into.
        autoFocus
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id="palette-list" role="listbox" aria-label="Found" className={styles.found}>
        {found.map((entry) => (
          <div
            key={entry.id}
            id={`palette-${entry.id}`}
            role="option"
            aria-selected={entry === chosen}
            className={classes(styles.entry, entry === chosen && styles.chosen)}
            onClick={() => take(entry)}
          >
            <span>{entry.label}</span>
            {entry.keys !== '' && <Kbd keys={entry.keys} />}
          </div>
        ))}
        {found.length === 0 && <p className={styles.none}>Nothing fits.</p>}
      </div>
    </>
  );
}

/** What the search finds: actions that can be done now, then claims. */
function useEntries(desk: Desk): (search: string) => Entry[] {
  const { claims } = useRecord();
  return (search) => {
    const words = search.trim().toLocaleLowerCase();
    const doable = actions
      .flatMap((action) => {
        const offer = action.id === 'palette' ? null : action.offer({ desk });
        const [first] = action.keys;
        const keys = first ? keyWords(first) : '';
        return offer?.off === null
          ? [{ id: action.id, label: offer.name, keys, run: offer.run }]
          : [];
      })
      .filter(({ label }) => label.toLocaleLowerCase().includes(words));
    if (words === '') return doable;
    const named = [...claims.values()]
      .filter(
        ({ number, quote, withdrawn }) =>
          !withdrawn && `#${number} ${quote.exact}`.toLocaleLowerCase().includes(words),
      )
      .slice(0, MOST_CLAIMS)
      .map(({ id, number, quote }) => ({
        id,
        label: `#${number} ${quote.exact}`,
        keys: '',
        run: () => desk.open(id, 'key'),
      }));
    return [...doable, ...named];
  };
}
