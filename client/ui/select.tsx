/** One choice among a few that each deserve a word of explanation. */
import { Check, ChevronDown } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import {
  Button,
  Label,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components/Select';
import buttons from './button.module.css';
import { classes } from './classes.ts';
import fields from './field.module.css';
import popover from './popover.module.css';
import styles from './select.module.css';

export interface Choice<Id extends string> {
  id: Id;
  name: string;
  note?: string;
}

export interface SelectProps<Id extends string> {
  label: string;
  /** Only for screen readers, where the place already says what it is. */
  hideLabel?: boolean;
  choices: readonly Choice<Id>[];
  value: Id;
  onChange(value: NoInfer<Id>): void;
  isDisabled?: boolean;
  className?: string;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const {
    label,
    hideLabel = false,
    choices,
    value,
    onChange,
    isDisabled = false,
    className,
  } = props;
  return (
    <AriaSelect
      className={classes(fields.field, className)}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : classes(fields.label)}>{label}</Label>
      <Button className={classes(buttons.button, buttons.secondary, styles.trigger)}>
        <SelectValue<Choice<Id>>>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={popover.popover ?? ''} offset={4}>
        <ListBox className={popover.list ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className={popover.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={popover.words}>
                    {choice.name}
                    {choice.note !== undefined && (
                      <span className={popover.note}>{choice.note}</span>
                    )}
                  </span>
                  <span className={popover.end}>
                    {isSelected && <Check size={14} aria-hidden />}
                  </span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
