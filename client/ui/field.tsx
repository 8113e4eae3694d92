/**
 * Fields to type into. The label is always visible; what is wrong stands below
 * the field, in words, and is announced. On submit the browser's validation
 * runs first and the first wrong field takes the focus. What it found goes with
 * the first key: were it to go when the field is left, the button that was just
 * pressed would move away under the pointer.
 */
import { type ReactNode, useState } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import styles from './field.module.css';

interface FieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  label: string;
  /** One sentence below the field. */
  hint?: ReactNode;
  placeholder?: string;
  className?: string;
}

export interface TextFieldProps extends FieldProps {
  /** A password field shows a button that reveals what is typed. */
  type?: 'text' | 'email' | 'password' | 'url' | 'search' | 'datetime-local';
}

export function TextField({
  label,
  hint,
  placeholder,
  type = 'text',
  className,
  onChange,
  ...rest
}: TextFieldProps) {
  const [revealed, setRevealed] = useState(false);
  const [changed, setChanged] = useState(false);
  const secret = type === 'password';
  return (
    <AriaTextField
      {...rest}
      type={secret && revealed ? 'text' : type}
      onChange={(value) => {
        setChanged(true);
        onChange?.(value);
      }}
      className={classes(styles.field, className)}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.box} onInvalidCapture={() => setChanged(false)}>
        <Input
          className={classes(styles.input, secret && styles.secret)}
          {...(placeholder !== undefined && { placeholder })}
        />
        {secret && (
          <Button
            variant="quiet"
            className={styles.reveal ?? ''}
            aria-label={revealed ? 'Hide password' : 'Show password'}
            onPress={() => setRevealed(!revealed)}
          >
            {revealed ? 'Hide' : 'Show'}
          </Button>
        )}
      </div>
      <FieldNotes hint={hint} changed={changed} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends FieldProps {
  rows?: number;
}

export function TextArea({
  label,
  hint,
  placeholder,
  rows = 3,
  className,
  onChange,
  ...rest
}: TextAreaProps) {
  const [changed, setChanged] = useState(false);
  return (
    <AriaTextField
      {...rest}
      onChange={(value) => {
        setChanged(true);
        onChange?.(value);
      }}
      className={classes(styles.field, className)}
    >
      <Label className={styles.label}>{label}</Label>
      <AriaTextArea
        className={classes(styles.input, styles.area)}
        rows={rows}
        onInvalidCapture={() => setChanged(false)}
        {...(placeholder !== undefined && { placeholder })}
      />
      <FieldNotes hint={hint} changed={changed} />
    </AriaTextField>
  );
}

function FieldNotes({ hint, changed }: { hint: ReactNode; changed: boolean }) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      {!changed && <FieldError className={styles.error ?? ''} />}
    </>
  );
}
