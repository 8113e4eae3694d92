/** A grade in one box, as it is typed (`b2`), with what it says in words and what all letters and figures mean. */
import { CircleHelp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { credibilityWords, reliabilityWords } from '../../../domain/derive/words.ts';
import { credibilities, type Stance } from '../../../domain/record/evidence.ts';
import { reliabilities } from '../../../domain/record/source.ts';
import { TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import popover from '../../ui/popover.module.css';
import styles from './grade-field.module.css';

export interface GradeFieldProps {
  value: string;
  onChange(value: string): void;
  /** The box takes keys for the stance too: ↑ supports, ↓ refutes, o context. */
  onStance?(stance: Stance): void;
  autoFocus?: boolean;
}

const stanceKeys: Readonly<Record<string, Stance>> = {
  ArrowUp: 'supports',
  ArrowDown: 'refutes',
  o: 'context',
  O: 'context',
};

export function GradeField({ value, onChange, onStance, autoFocus = false }: GradeFieldProps) {
  function press(event: KeyboardEvent): void {
    const stance = stanceKeys[event.key];
    if (!stance || !onStance || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onStance(stance);
  }
  return (
    <div className={styles.grade} onKeyDown={press}>
      <TextField
        label="Grade"
        placeholder="B2"
        value={value}
        onChange={onChange}
        maxLength={2}
        autoComplete="off"
        autoFocus={autoFocus}
        className={styles.box ?? ''}
      />
      <DialogTrigger>
        <IconButton
          label="What the letters and figures mean"
          icon={<CircleHelp size={15} aria-hidden />}
          className={styles.help ?? ''}
        />
        <Popover className={popover.popover ?? ''} placement="bottom end" offset={4}>
          <Dialog aria-label="Grades" className={styles.meanings ?? ''}>
            <p>How far the source can be relied on, and how far what it says: judged apart.</p>
            <dl>
              {reliabilities.map((letter) => (
                <div key={letter}>
                  <dt>{letter}</dt>
                  <dd>{reliabilityWords[letter]}</dd>
                </div>
              ))}
            </dl>
            <dl>
              {credibilities.map((figure) => (
                <div key={figure}>
                  <dt>{figure}</dt>
                  <dd>{credibilityWords[figure]}</dd>
                </div>
              ))}
            </dl>
            <p>F and 6 say that there is no basis, not that it is worst.</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
