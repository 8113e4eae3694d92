/** The name under which one's work is shown, everywhere and at once. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { limits } from '../../../domain/limits.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { notify } from '../../ui/toast.tsx';
import { queryClient } from '../api/query-client.ts';
import { changeName, meQuery } from '../api/session.ts';
import styles from './account.module.css';

export function NameForm({ name }: { name: string }) {
  const [draft, setDraft] = useState(name);
  const save = useMutation({
    mutationFn: () => changeName(draft.trim()),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      notify({ text: `You are now shown as ${draft.trim()}.` });
    },
  });
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className={styles.line}>
        <TextField
          label="Name"
          value={draft}
          onChange={setDraft}
          maxLength={limits.line}
          autoComplete="name"
          isRequired
        />
        <Button type="submit" isPending={save.isPending} isDisabled={draft.trim() === name}>
          Save
        </Button>
      </div>
      {save.isError && <Notice tone="danger">Your name is as it was. {save.error.message}</Notice>}
    </Form>
  );
}
