/** One thing that is so or not, with what follows from it below. */
import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import styles from './checkbox.module.css';

export interface CheckboxProps {
  isSelected: boolean;
  onChange(isSelected: boolean): void;
  children: ReactNode;
  note?: string;
}

export function Checkbox({ isSelected, onChange, children, note }: CheckboxProps) {
  const about = useId();
  return (
    <div className={styles.field}>
      <AriaCheckbox
        className={styles.checkbox ?? ''}
        isSelected={isSelected}
        onChange={onChange}
        {...(note !== undefined && { 'aria-describedby': about })}
      >
        <span className={styles.box}>{isSelected && <Check size={12} aria-hidden />}</span>
        {children}
      </AriaCheckbox>
      {note !== undefined && (
        <p id={about} className={styles.note}>
          {note}
        </p>
      )}
    </div>
  );
}
