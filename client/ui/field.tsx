/**
 * Fields to type into. The label is always visible; what is wrong stands below
 * the field, in words, and is announced. On submit the browser's validation
 * runs first and the first wrong field takes the focus.
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
  type?: 'text' | 'email' | 'password' | 'url' | 'search';
}

export function TextField({
  label,
  hint,
  placeholder,
  type = 'text',
  className,
  ...rest
}: TextFieldProps) {
  const [revealed, setRevealed] = useState(false);
  const secret = type === 'password';
  return (
    <AriaTextField
      {...rest}
      type={secret && revealed ? 'text' : type}
      className={classes(styles.field, className)}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.box}>
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
      <FieldNotes hint={hint} />
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
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField {...rest} className={classes(styles.field, className)}>
      <Label className={styles.label}>{label}</Label>
      <AriaTextArea
        className={classes(styles.input, styles.area)}
        rows={rows}
        {...(placeholder !== undefined && { placeholder })}
      />
      <FieldNotes hint={hint} />
    </AriaTextField>
  );
}

function FieldNotes({ hint }: { hint: ReactNode }) {
  return (
    <>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''} />
    </>
  );
}
