/** E-mail and password; or a link by mail, for those who would rather not have one. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { Link } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { queryClient } from '../api/query-client.ts';
import { meQuery, sendSignInLink, signIn } from '../api/session.ts';
import styles from './entry.module.css';

export interface SignInFormProps {
  /** Where the link in the letter leads. */
  next: string;
  /** Runs once the session stands. */
  onSignedIn(): void;
}

export function SignInForm({ next, onSignedIn }: SignInFormProps) {
  const [way, setWay] = useState<'password' | 'link'>('password');
  const [email, setEmail] = useState('');
  return (
    <Tabs
      label="Ways to sign in"
      selected={way}
      onSelect={setWay}
      views={[
        {
          id: 'password',
          name: 'Password',
          content: <PasswordForm email={email} onEmail={setEmail} onSignedIn={onSignedIn} />,
        },
        {
          id: 'link',
          name: 'Sign-in link',
          content: <LinkForm email={email} onEmail={setEmail} next={next} />,
        },
      ]}
    />
  );
}

interface EmailProps {
  email: string;
  onEmail(email: string): void;
}

function PasswordForm({ email, onEmail, onSignedIn }: EmailProps & { onSignedIn(): void }) {
  const [password, setPassword] = useState('');
  const submit = useMutation({
    mutationFn: async () => {
      await signIn(email, password);
      await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    },
    onSuccess: onSignedIn,
  });
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      <TextField
        label="E-mail"
        type="email"
        value={email}
        onChange={onEmail}
        autoComplete="username"
        isRequired
        autoFocus
      />
      <TextField
        label="Password"
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        isRequired
      />
      {submit.isError && <Notice tone="danger">{submit.error.message}</Notice>}
      <div className={styles.end}>
        <Button type="submit" variant="primary" isPending={submit.isPending}>
          Sign in
        </Button>
        <Link href="/reset">Forgotten your password?</Link>
      </div>
    </Form>
  );
}

function LinkForm({ email, onEmail, next }: EmailProps & { next: string }) {
  const submit = useMutation({ mutationFn: () => sendSignInLink(email, next) });
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate();
      }}
    >
      <TextField
        label="E-mail"
        type="email"
        hint="A link that signs you in once, within 15 minutes."
        value={email}
        onChange={onEmail}
        autoComplete="username"
        isRequired
      />
      {submit.isError && <Notice tone="danger">{submit.error.message}</Notice>}
      {submit.isSuccess && (
        <Notice>
          If this address has an account, a letter is on its way. Open the link in it on this
          device. Where no mail is set up, whoever runs this server finds the link in its log.
        </Notice>
      )}
      <Button type="submit" variant="primary" isPending={submit.isPending}>
        {submit.isSuccess ? 'Send it again' : 'Send me a link'}
      </Button>
    </Form>
  );
}
