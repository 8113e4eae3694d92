/** One of two to five settings, all visible: Annotate | Edit text, Low | Moderate | High. */
import { type Key, useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { classes } from './classes.ts';
import styles from './toggle-group.module.css';

export interface ToggleGroupProps<Id extends string> {
  label: string;
  /** A note says what the choice means, below its name. */
  choices: readonly { id: Id; name: string; note?: string; isDisabled?: boolean }[];
  /** `null` where nothing has been chosen yet. */
  value: Id | null;
  onChange(value: NoInfer<Id>): void;
  isDisabled?: boolean;
  /** Notes are for screen readers alone: whoever uses it shows that of the choice that is pointed at. */
  hideNotes?: boolean;
  /** The choice that the pointer or the focus is on; null for none. */
  onPoint?(id: NoInfer<Id> | null): void;
  className?: string;
}

export function ToggleGroup<Id extends string>(props: ToggleGroupProps<Id>) {
  const { label, choices, value, onChange, isDisabled = false, className } = props;
  const { hideNotes = false, onPoint } = props;
  const notes = useId();
  function choose(keys: Set<Key>): void {
    const chosen = choices.find((choice) => keys.has(choice.id));
    if (chosen) onChange(chosen.id);
  }
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={classes(styles.group, className)}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={choose}
      isDisabled={isDisabled}
    >
      {choices.map((choice) => (
        <ToggleButton
          key={choice.id}
          id={choice.id}
          isDisabled={choice.isDisabled ?? false}
          className={classes(
            styles.choice,
            choice.note !== undefined && !hideNotes && styles.noted,
          )}
          {...(onPoint && {
            onHoverChange: (is: boolean) => onPoint(is ? choice.id : null),
            onFocusChange: (is: boolean) => onPoint(is ? choice.id : null),
          })}
          {...(choice.note !== undefined && {
            'aria-label': choice.name,
            'aria-describedby': `${notes}-${choice.id}`,
          })}
        >
          {choice.name}
          {choice.note !== undefined && (
            <span
              id={`${notes}-${choice.id}`}
              className={hideNotes ? 'visually-hidden' : styles.note}
            >
              {choice.note}
            </span>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
