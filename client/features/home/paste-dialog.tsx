/** A field to paste a text into, for those whose keys or browser paste nowhere else. */
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { limits } from '../../../domain/limits.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './home.module.css';
import { megabytes } from './use-imports.ts';
import { textFile } from './use-paste.ts';

export interface PasteDialogProps {
  onClose(): void;
  onFile(file: File): void;
}

export function PasteDialog({ onClose, onFile }: PasteDialogProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog title="Paste a text" isOpen wide onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          const file = textFile(text);
          if (text.trim() === '') setProblem('There is no text in the field yet. Paste it there.');
          else if (file.size > limits.importBytes)
            setProblem(
              `This text has ${megabytes(file.size)}; at most ${megabytes(limits.importBytes)} can be imported. It is still in the field.`,
            );
          else onFile(file);
        }}
      >
        <TextArea
          label="Text"
          hint="You see it as paragraphs next, before anything is made of it. Markdown can be chosen there."
          rows={12}
          value={text}
          onChange={setText}
          autoFocus
        />
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Go on
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
