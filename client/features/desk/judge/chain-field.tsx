/** Who passed the words on, how, and when, the first first. Alt with an arrow moves a step, and so do its buttons. */
import { ChevronDown, ChevronUp, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { limits } from '../../../../domain/limits.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import styles from './chain-field.module.css';

type Chain = Claim['chain'];

export interface ChainFieldProps {
  value: Chain;
  onChange(value: Chain): void;
}

const blank = { who: '', how: '', when: '' };

export function ChainField({ value, onChange }: ChainFieldProps) {
  const list = useRef<HTMLOListElement>(null);

  /** After the list is drawn anew. */
  function focusStep(at: number): void {
    requestAnimationFrame(() => {
      const step = list.current?.children[Math.max(0, at)];
      step?.querySelector<HTMLElement>('input')?.focus();
    });
  }

  function move(at: number, by: 1 | -1): void {
    const step = value[at];
    if (!step || at + by < 0 || at + by >= value.length) return;
    onChange(value.toSpliced(at, 1).toSpliced(at + by, 0, step));
    focusStep(at + by);
  }

  function onKeyDown(event: KeyboardEvent, at: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? -1 : 1);
  }

  return (
    <fieldset className={styles.chain}>
      <legend className={styles.legend}>Said by way of</legend>
      <p className={styles.hint}>Who passed it on, the first first; the last is the claimant.</p>
      <ol ref={list} className={styles.list}>
        {value.map((step, at) => (
          <li
            // Its place is all that tells one step from another.
            key={at}
            className={styles.step}
            aria-label={`Step ${at + 1} of ${value.length}`}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            {(['who', 'how', 'when'] as const).map((field) => (
              <TextField
                key={field}
                aria-label={`${names[field]}, step ${at + 1}`}
                label={names[field]}
                className={styles.part ?? ''}
                value={step[field]}
                onChange={(words) => onChange(value.with(at, { ...step, [field]: words }))}
                maxLength={limits.line}
              />
            ))}
            <div className={styles.buttons}>
              <IconButton
                label={`Move step ${at + 1} up`}
                icon={<ChevronUp size={14} aria-hidden />}
                isDisabled={at === 0}
                onPress={() => move(at, -1)}
              />
              <IconButton
                label={`Move step ${at + 1} down`}
                icon={<ChevronDown size={14} aria-hidden />}
                isDisabled={at === value.length - 1}
                onPress={() => move(at, 1)}
              />
              <IconButton
                label={`Remove step ${at + 1}`}
                icon={<X size={14} aria-hidden />}
                onPress={() => {
                  onChange(value.toSpliced(at, 1));
                  focusStep(at - 1);
                }}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button
        variant="quiet"
        className={styles.add ?? ''}
        icon={<Plus size={14} aria-hidden />}
        isDisabled={value.length >= limits.chain}
        onPress={() => {
          onChange([...value, blank]);
          focusStep(value.length);
        }}
      >
        Add a step
      </Button>
    </fieldset>
  );
}

const names = { who: 'Who', how: 'How', when: 'When' } as const;
