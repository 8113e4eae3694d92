/** One action in the choice of keys: its key, and how it gets another. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { type Action, type Key, keyWords } from './action.ts';
import styles from './actions.module.css';
import { conflictOf } from './conflicts.ts';
import { isRemapped, keysOf, resetKeys, setKeys } from './keymap.ts';
import { actions, keysShown } from './list.ts';
import { recordedKey } from './recording.ts';

export interface KeyRowProps {
  action: Action;
  /** Its new key is waited for. */
  isRecording: boolean;
  onRecord(on: boolean): void;
}

export function KeyRow({ action, isRecording, onRecord }: KeyRowProps) {
  const { label } = action;
  const row = useRef<HTMLLIElement>(null);
  /** What was pressed is gone; the way to change the key is still there. */
  function refocus(): void {
    setTimeout(() => row.current?.querySelector('button')?.focus());
  }
  const keys = keysOf(action);
  const shown = keysShown(action) || (keys[0] ? keyWords(keys[0]) : '');
  return (
    <li ref={row} className={styles.row}>
      <span className={styles.rowLabel}>{label}</span>
      {isRecording ? (
        <Recorder
          action={action}
          onDone={() => {
            onRecord(false);
            refocus();
          }}
        />
      ) : (
        <span className={styles.rowKeys}>
          {shown === '' ? <span className={styles.off}>no key</span> : <Kbd keys={shown} />}
          <span className="visually-hidden">{shown}</span>
          <Button
            variant="quiet"
            aria-label={`Change the key: ${label}`}
            onPress={() => onRecord(true)}
          >
            Change
          </Button>
          {keys.length > 0 && (
            <Button
              variant="quiet"
              aria-label={`None, take the key away: ${label}`}
              onPress={() => {
                setKeys(action, []);
                refocus();
              }}
            >
              None
            </Button>
          )}
          {isRemapped(action) && (
            <Button
              variant="quiet"
              aria-label={`Reset the key: ${label}`}
              onPress={() => {
                resetKeys(action, holderOf(action));
                refocus();
              }}
            >
              Reset
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

/** Who was given, meanwhile, the key that this one has in the list. */
function holderOf(action: Action): Action | null {
  for (const key of action.keys) {
    const holder = conflictOf(action, key, actions, keysOf);
    if (holder) return holder;
  }
  return null;
}

/** Takes the next key that is pressed; the focus stays here until one is chosen or Esc is. */
function Recorder({ action, onDone }: { action: Action; onDone(): void }) {
  const place = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ key: Key; by: Action } | null>(null);
  useEffect(() => place.current?.focus(), []);
  const chord = action.keys[0]?.chord ?? false;

  function press(event: KeyboardEvent): void {
    if (event.target !== place.current || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onDone();
    setWanted(null);
    const key = recordedKey(event.nativeEvent, chord);
    if (key === null) return;
    if (typeof key === 'string') return setRefused(key);
    setRefused(null);
    const by = conflictOf(action, key, actions, keysOf);
    if (by) return setWanted({ key, by });
    setKeys(action, [key]);
    onDone();
  }

  return (
    <div
      ref={place}
      className={styles.recorder}
      role="group"
      aria-label={`Press the new key: ${action.label}`}
      tabIndex={-1}
      onKeyDown={press}
    >
      <span role="status">
        {refused ??
          (wanted
            ? `${keyWords(wanted.key)} means “${wanted.by.label}” now.`
            : 'Press the new key. Esc keeps the old one.')}
      </span>
      {wanted && (
        <Button
          onPress={() => {
            setKeys(action, [wanted.key], wanted.by);
            onDone();
          }}
        >
          Take it from there
        </Button>
      )}
      <Button variant="quiet" onPress={onDone}>
        Keep the old one
      </Button>
    </div>
  );
}
