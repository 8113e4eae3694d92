/** `/invite/<token>`: what one is invited to, and the way in, with an account or without. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { dayOf } from '../../ui/time-words.ts';
import { acceptInvitation, invitationQuery, signUpAndJoin } from '../api/invitations.ts';
import { queryClient } from '../api/query-client.ts';
import { type Me, meQuery, signOut } from '../api/session.ts';
import type { NewAccount } from '../api/setup.ts';
import { asRole, roleRights } from '../members/role-words.ts';
import { AccountForm } from './account-form.tsx';
import { Entry } from './entry.tsx';
import styles from './entry.module.css';
import { SignInForm } from './sign-in-form.tsx';

export function InvitePage({ token }: { token: string }) {
  const offer = useQuery(invitationQuery(token));
  const me = useQuery(meQuery);

  function enter(document: string): void {
    void queryClient.invalidateQueries({ queryKey: ['documents'] });
    navigate(`/d/${document}`, { replace: true });
  }
  async function signUp(account: NewAccount): Promise<void> {
    const document = await signUpAndJoin(token, account);
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    enter(document);
  }

  if (offer.isError) {
    return (
      <Entry title="Invitation">
        <ErrorState title="This invitation does not open" onRetry={() => void offer.refetch()}>
          {offer.error.message}
        </ErrorState>
      </Entry>
    );
  }
  if (offer.isPending || me.isPending) {
    return (
      <Entry title="Invitation">
        <Skeleton label="Opening the invitation…" />
      </Entry>
    );
  }
  const { document, role, expiresAt } = offer.data;
  return (
    <Entry title="You are invited">
      <div className={styles.what}>
        <p className={styles.quiet}>To join, as {asRole(role)}:</p>
        <p className={styles.document}>{document.title}</p>
        <p className={styles.quiet}>
          {roleRights(role)} The invitation is good until {dayOf(expiresAt)}.
        </p>
      </div>
      {me.data ? (
        <Join me={me.data} token={token} onJoined={enter} />
      ) : (
        <SignUpOrIn token={token} onSignUp={signUp} />
      )}
    </Entry>
  );
}

function Join({
  me,
  token,
  onJoined,
}: {
  me: Me;
  token: string;
  onJoined(document: string): void;
}) {
  const join = useMutation({ mutationFn: () => acceptInvitation(token), onSuccess: onJoined });
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => queryClient.setQueryData(meQuery.queryKey, null),
  });
  const failure = join.error ?? leave.error;
  return (
    <div className={styles.form}>
      {failure && <Notice tone="danger">{failure.message}</Notice>}
      <Button variant="primary" isPending={join.isPending} onPress={() => join.mutate()}>
        Join as {me.person.name}
      </Button>
      <div className={styles.end}>
        <span className={styles.quiet}>{me.person.email}</span>
        <Button variant="quiet" isPending={leave.isPending} onPress={() => leave.mutate()}>
          Not you? Sign out
        </Button>
      </div>
    </div>
  );
}

interface SignUpOrInProps {
  token: string;
  onSignUp(account: NewAccount): Promise<void>;
}

function SignUpOrIn({ token, onSignUp }: SignUpOrInProps) {
  const [known, setKnown] = useState<'new' | 'known'>('new');
  // Signing in turns this into the question whether to join: nobody joins under a name they did not see.
  return (
    <div className={styles.form}>
      <ToggleGroup
        label="Do you have an account?"
        choices={[
          { id: 'new', name: 'I am new here' },
          { id: 'known', name: 'I have an account' },
        ]}
        value={known}
        onChange={setKnown}
      />
      {known === 'new' ? (
        <AccountForm action="Create account and join" onSubmit={onSignUp} />
      ) : (
        <SignInForm next={`/invite/${token}`} onSignedIn={() => undefined} />
      )}
    </div>
  );
}
