/** Asks for a title: of a new document, or a new one for an old document. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { limits } from '../../../domain/limits.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './home.module.css';

export interface TitleDialogProps {
  heading: string;
  action: string;
  title: string;
  hint?: string;
  onClose(): void;
  /** The dialog stays, with the words in it, when this rejects. */
  onSubmit(title: string): Promise<void>;
}

export function TitleDialog({ heading, action, title, hint, onClose, onSubmit }: TitleDialogProps) {
  const [draft, setDraft] = useState(title);
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
          label="Title"
          hint={hint}
          value={draft}
          onChange={setDraft}
          maxLength={limits.line}
          // Not a lone space: a title is what one finds it by.
          pattern=".*\S.*"
          isRequired
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
