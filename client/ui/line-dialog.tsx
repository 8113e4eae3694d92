/** Asks for one line: a title, a name. Stays open, with the words in it, where it is refused. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { limits } from '../../domain/limits.ts';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';
import { TextField } from './field.tsx';
import styles from './line-dialog.module.css';
import { Notice } from './notice.tsx';

export interface LineDialogProps {
  heading: string;
  label: string;
  hint?: string | undefined;
  /** What it says so far. */
  value: string;
  action: string;
  /** Whether it may be left empty. */
  isOptional?: boolean;
  onClose(): void;
  /** Given without blanks around it; what it rejects with is told. */
  onSubmit(value: string): Promise<void>;
}

export function LineDialog(props: LineDialogProps) {
  const { heading, label, hint, value, action, isOptional = false, onClose, onSubmit } = props;
  const [draft, setDraft] = useState(value);
  const submit = useMutation({ mutationFn: () => onSubmit(draft.trim()) });
  return (
    <Dialog title={heading} isOpen onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          submit.mutate();
        }}
      >
        <TextField
          label={label}
          hint={hint}
          value={draft}
          onChange={setDraft}
          maxLength={limits.line}
          // Not a lone blank: it is what one finds it by.
          {...(!isOptional && { pattern: '.*\\S.*', isRequired: true })}
          autoFocus
        />
        {submit.isError && <Notice tone="danger">{submit.error.message}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={submit.isPending}>
            {action}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
