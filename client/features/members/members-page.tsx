/** `/d/<id>/members`: who is in, who may come in, and the document's own settings. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { buttonClass } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { type DocumentRow, documentsQuery } from '../api/documents.ts';
import { membersQuery } from '../api/members.ts';
import { DocumentHeader } from './document-header.tsx';
import { DocumentSettings } from './document-settings.tsx';
import { InvitationList } from './invitation-list.tsx';
import { MemberList } from './member-list.tsx';

export function MembersPage({ id }: { id: string }) {
  return (
    <SignedIn>
      <FindDocument id={id} />
    </SignedIn>
  );
}

function FindDocument({ id }: { id: string }) {
  const active = useQuery(documentsQuery('active'));
  const archived = useQuery(documentsQuery('archived'));
  const found = (rows: readonly DocumentRow[] | undefined): DocumentRow | undefined =>
    rows?.find((row) => row.id === id);
  const document = found(active.data) ?? found(archived.data);

  if (document) return <Members document={document} archived={found(active.data) === undefined} />;
  const frame = (content: ReactNode) => (
    <Page
      title="Members and settings"
      width="settings"
      header={<Header account={<AccountMenu />} />}
    >
      {content}
    </Page>
  );
  const failure = active.error ?? archived.error;
  if (failure) {
    return frame(
      <ErrorState
        title="The document could not be opened"
        onRetry={() => void Promise.all([active.refetch(), archived.refetch()])}
      >
        {failure.message}
      </ErrorState>,
    );
  }
  if (active.isPending || archived.isPending) return frame(<Skeleton lines={6} />);
  return frame(
    <EmptyState
      title="There is no such document for you"
      actions={
        <Link href="/" className={buttonClass('secondary')}>
          All documents
        </Link>
      }
    >
      It may have been deleted, or you are not one of its members. Ask whoever leads it for an
      invitation.
    </EmptyState>,
  );
}

function Members({ document, archived }: { document: DocumentRow; archived: boolean }) {
  const members = useQuery(membersQuery(document.id));
  const leads = document.role === 'lead';
  return (
    <Page
      title={`Members and settings · ${document.title}`}
      heading="Members and settings"
      width="settings"
      header={<DocumentHeader id={document.id} title={document.title} />}
    >
      {members.isPending && <Skeleton lines={5} />}
      {members.isError && (
        <ErrorState title="The members could not be read" onRetry={() => void members.refetch()}>
          {members.error.message}
        </ErrorState>
      )}
      {members.data && (
        <>
          <MemberList document={document} members={members.data.members} />
          {leads && <InvitationList document={document.id} membership={members.data} />}
        </>
      )}
      {leads && <DocumentSettings key={document.id} document={document} archived={archived} />}
    </Page>
  );
}
