/** Lets a page be seen by those who are signed in; sends the others to sign in and back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import type { PersonId } from '../../../domain/id.ts';
import { personEventKinds } from '../../../domain/protocol/person-event.ts';
import { Header } from '../../ui/header.tsx';
import { LoadingPage, Page } from '../../ui/page.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { askAgain } from '../api/ask-again.ts';
import { usePersonEvents } from '../api/person-events.ts';
import { Actions } from '../actions/actions.tsx';
import { type Me, meQuery } from '../api/session.ts';
import { QueueInTitle } from '../queue/queue-count.tsx';

export const MeContext = createContext<Me | null>(null);

export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery);
  const [path] = useLocation();
  const search = useSearch();

  if (me.isError) {
    return (
      <Page title="Attest" header={<Header />}>
        <ErrorState title="Attest cannot tell who you are" onRetry={() => void me.refetch()}>
          {me.error.message}
        </ErrorState>
      </Page>
    );
  }
  if (me.isPending) return <LoadingPage header={<Header />} />;
  if (me.data === null) {
    const here = search === '' ? path : `${path}?${search}`;
    return (
      <Redirect
        to={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`}
        replace
      />
    );
  }
  return (
    <MeContext value={me.data}>
      <LiveAnswers person={me.data.person.id} />
      <QueueInTitle />
      <Actions>{children}</Actions>
    </MeContext>
  );
}

/** Answers whose key begins with the kind of an event are asked for again when it comes. */
function LiveAnswers({ person }: { person: PersonId }) {
  const queries = useQueryClient();
  usePersonEvents(person, personEventKinds, ({ kind }) => {
    for (const each of kind === 'missed' ? personEventKinds : [kind]) {
      askAgain(queries, each);
    }
  });
  return null;
}

/** Who is signed in. Only inside `SignedIn`. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside of SignedIn');
  return me;
}
