/** Any action, any claim by its number or words, any document by its title, by typing. */
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { notify } from '../../ui/toast.tsx';
import { documentsQuery } from '../api/documents.ts';
import styles from './actions.module.css';
import { type Entry, entryGroups } from './entries.ts';
import { rememberAction } from './recent.ts';
import { useScreen } from './screen.ts';

export function Palette({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="Actions" isOpen onClose={onClose}>
      <Chooser onClose={onClose} />
    </Dialog>
  );
}

function Chooser({ onClose }: { onClose(): void }) {
  const screen = useScreen();
  const documents = useQuery(documentsQuery('active')).data ?? [];
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const groups = entryGroups(screen, documents, search);
  const entries = groups.flatMap((group) => group.entries);
  const chosen = entries[Math.min(at, entries.length - 1)];
  const idOf = (entry: Entry): string => `${list}-${entry.id}`;
  const chosenId = chosen && idOf(chosen);

  function take(entry: Entry | undefined): void {
    if (!entry) return;
    if (entry.off !== null) {
      notify({ text: entry.off });
      return;
    }
    rememberAction(entry.id);
    onClose();
    // After the dialog has given the focus back, so that an action may take it.
    setTimeout(() => entry.run(), 0);
  }

  // The chosen one stays in view while the arrows walk down a long list.
  useEffect(() => {
    if (chosenId !== undefined)
      document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);

  function press(event: KeyboardEvent): void {
    // What an input method offers is taken by Enter, too.
    if (event.nativeEvent.isComposing) return;
    const last = entries.length - 1;
    if (event.key === 'ArrowDown') setAt(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setAt(at <= 0 ? last : at - 1);
    else if (event.key === 'PageDown') setAt(Math.min(at + PAGE, last));
    else if (event.key === 'PageUp') setAt(Math.max(at - PAGE, 0));
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
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={chosenId}
        aria-label="Find an action, a claim or a document"
        placeholder="Find an action, a claim or a document"
        // The palette was opened to type into.
        autoFocus
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-label="Found" className={styles.found}>
        {groups.map(({ name, entries: some }) => (
          <div key={name} role="group" aria-label={name}>
            <div className={styles.groupName} aria-hidden="true">
              {name}
            </div>
            {some.map((entry) => (
              <div
                key={entry.id}
                id={idOf(entry)}
                role="option"
                aria-selected={entry === chosen}
                aria-disabled={entry.off !== null}
                className={classes(styles.entry, entry === chosen && styles.chosen)}
                onClick={() => take(entry)}
              >
                <span className={styles.entryWords}>
                  <span>{entry.label}</span>
                  {entry.off !== null && <span className={styles.off}>{entry.off}</span>}
                </span>
                {entry.keys !== '' && (
                  <>
                    <Kbd keys={entry.keys} />
                    <span className="visually-hidden">{entry.keys}</span>
                  </>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.none} role="status">
        {entries.length === 0 && 'Nothing fits. Type part of an action, a claim or a title.'}
      </p>
    </>
  );
}

const PAGE = 8;
