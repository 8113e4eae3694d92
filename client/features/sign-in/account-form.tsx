/** Name, e-mail and password of a new account: the owner's, or that of somebody invited. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { limits } from '../../../domain/limits.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { NewAccount } from '../api/setup.ts';
import styles from './entry.module.css';

/** The server's own floor; it has the last word. */
export const PASSWORD_LENGTH = 10;

export interface AccountFormProps {
  action: string;
  onSubmit(account: NewAccount): Promise<void>;
}

export function AccountForm({ action, onSubmit }: AccountFormProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = useMutation({ mutationFn: onSubmit });
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate({ name: name.trim(), email, password });
      }}
    >
      <TextField
        label="Name"
        hint="As others see it, beside what you write."
        value={name}
        onChange={setName}
        maxLength={limits.line}
        autoComplete="name"
        isRequired
        autoFocus
      />
      <TextField
        label="E-mail"
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="username"
        isRequired
      />
      <NewPasswordField label="Password" value={password} onChange={setPassword} />
      {submit.isError && <Notice tone="danger">{submit.error.message}</Notice>}
      <Button type="submit" variant="primary" isPending={submit.isPending}>
        {action}
      </Button>
    </Form>
  );
}

export function NewPasswordField(props: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  return (
    <TextField
      {...props}
      type="password"
      hint={`At least ${PASSWORD_LENGTH} characters. A few words in a row are good.`}
      minLength={PASSWORD_LENGTH}
      autoComplete="new-password"
      isRequired
    />
  );
}
