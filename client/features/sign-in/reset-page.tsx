/** `/reset` asks for a letter; `/reset?token=…`, from that letter, sets a new password. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { Link, useSearch } from 'wouter';
import { Button, buttonClass } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ApiProblem } from '../api/request.ts';
import { requestPasswordReset, resetPassword } from '../api/session.ts';
import { NewPasswordField } from './account-form.tsx';
import { Entry } from './entry.tsx';
import styles from './entry.module.css';

export function ResetPage() {
  const parameters = new URLSearchParams(useSearch());
  const token = parameters.get('token');
  return token === null ? (
    <AskForLetter refused={parameters.has('error')} />
  ) : (
    <ChoosePassword token={token} />
  );
}

function AskForLetter({ refused }: { refused: boolean }) {
  const [email, setEmail] = useState('');
  const submit = useMutation({ mutationFn: () => requestPasswordReset(email) });
  return (
    <Entry
      title="Forgotten your password?"
      intro="Give the e-mail address of your account. A letter with a link to choose a new password goes there."
      foot={<Link href="/sign-in">Back to sign in</Link>}
    >
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          submit.mutate();
        }}
      >
        {refused && !submit.isSuccess && <Notice tone="warn">{overdue}</Notice>}
        <TextField
          label="E-mail"
          type="email"
          value={email}
          onChange={setEmail}
          autoComplete="username"
          isRequired
          autoFocus
        />
        {submit.isError && <Notice tone="danger">{submit.error.message}</Notice>}
        {submit.isSuccess && (
          <Notice>
            If this address has an account, a letter is on its way; its link works for an hour.
            Where no mail is set up, whoever runs this server finds the link in its log.
          </Notice>
        )}
        <Button type="submit" variant="primary" isPending={submit.isPending}>
          {submit.isSuccess ? 'Send it again' : 'Send the letter'}
        </Button>
      </Form>
    </Entry>
  );
}

const overdue =
  'That link was not valid any more: each works once, for an hour. Have a new one sent.';

function ChoosePassword({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const submit = useMutation({ mutationFn: () => resetPassword(token, password) });
  if (submit.isSuccess) {
    return (
      <Entry title="Password changed">
        <div className={styles.form}>
          <p>The new one holds from now on, and you are signed out everywhere.</p>
          <Link href="/sign-in" className={buttonClass('primary')}>
            Sign in
          </Link>
        </div>
      </Entry>
    );
  }
  const spent = submit.error instanceof ApiProblem && submit.error.code === 'bad-request';
  return (
    <Entry title="Choose a new password" foot={<Link href="/sign-in">Back to sign in</Link>}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          submit.mutate();
        }}
      >
        <NewPasswordField label="New password" value={password} onChange={setPassword} />
        {submit.isError && (
          <Notice
            tone="danger"
            {...(spent && { actions: <Link href="/reset">Send a new one</Link> })}
          >
            {submit.error.message}
          </Notice>
        )}
        <Button type="submit" variant="primary" isPending={submit.isPending}>
          Change password
        </Button>
      </Form>
    </Entry>
  );
}
