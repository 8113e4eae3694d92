/** `/setup?token=…`: the owner's account, made once with the link that the server prints. */
import { useQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { queryClient } from '../api/query-client.ts';
import { meQuery } from '../api/session.ts';
import { type NewAccount, setUp, setupQuery } from '../api/setup.ts';
import { AccountForm } from './account-form.tsx';
import { Entry } from './entry.tsx';

export function SetupPage() {
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const check = useQuery({ ...setupQuery(token), enabled: token !== '' });

  async function submit(account: NewAccount): Promise<void> {
    await setUp(token, account);
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    navigate('/', { replace: true });
  }

  if (token === '') {
    return (
      <Entry title="Set up Attest">
        <ErrorState title="This address is incomplete">
          Open the whole set-up link that the server printed when it started, with the part after
          “token=”.
        </ErrorState>
      </Entry>
    );
  }
  if (check.isPending) {
    return (
      <Entry title="Set up Attest">
        <Skeleton label="Checking the link…" />
      </Entry>
    );
  }
  if (check.isError) {
    return (
      <Entry title="Set up Attest">
        <ErrorState title="This set-up link does not open" onRetry={() => void check.refetch()}>
          {check.error.message}
        </ErrorState>
      </Entry>
    );
  }
  return (
    <Entry
      title="Set up Attest"
      intro="Make the first account. It owns this workspace: it leads every document, and can delete them."
    >
      <AccountForm action="Create the owner’s account" onSubmit={submit} />
    </Entry>
  );
}
