/** A new password for whoever knows the old one. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { notify } from '../../ui/toast.tsx';
import { queryClient } from '../api/query-client.ts';
import { changePassword, sessionsQuery } from '../api/session.ts';
import { NewPasswordField } from '../sign-in/account-form.tsx';
import styles from './account.module.css';

export function PasswordForm({ email }: { email: string }) {
  const [current, setCurrent] = useState('');
  const [wanted, setWanted] = useState('');
  const save = useMutation({
    mutationFn: () => changePassword(current, wanted),
    onSuccess: () => {
      setCurrent('');
      setWanted('');
      notify({ text: 'Password changed. You are signed out everywhere else.' });
      return queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {/* Not shown: it tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <TextField
        label="Current password"
        type="password"
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        isRequired
      />
      <NewPasswordField label="New password" value={wanted} onChange={setWanted} />
      {save.isError && <Notice tone="danger">Not changed. {save.error.message}</Notice>}
      <Button type="submit" isPending={save.isPending}>
        Change password
      </Button>
    </Form>
  );
}
