/** `/` and `/archived`: every document that one may open. */
import { useQuery } from '@tanstack/react-query';
import { FileText, Plus } from 'lucide-react';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { Button } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { PaletteButton } from '../actions/palette-button.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { SignedIn, useMe } from '../account/signed-in.tsx';
import { type DocumentState, documentsQuery } from '../api/documents.ts';
import { SearchBox } from '../search/search-box.tsx';
import { DocumentTable } from './document-table.tsx';
import styles from './home.module.css';
import { ImportZone } from './import-zone.tsx';
import { NewDocumentDialog } from './new-document-dialog.tsx';

export function HomePage({ state }: { state: DocumentState }) {
  return (
    <SignedIn>
      <Home state={state} />
    </SignedIn>
  );
}

function Home({ state }: { state: DocumentState }) {
  const { mayCreate } = useMe();
  const [beginning, setBeginning] = useState(false);
  const active = state === 'active';
  return (
    <Page
      title={active ? 'Documents' : 'Archived documents'}
      heading="Documents"
      header={<Header middle={<HomeSearch />} end={<PaletteButton />} account={<AccountMenu />} />}
      actions={
        <>
          <ToggleGroup
            label="Which documents"
            choices={[
              { id: 'active', name: 'Active' },
              { id: 'archived', name: 'Archived' },
            ]}
            value={state}
            onChange={(id) => navigate(id === 'active' ? '/' : '/archived')}
          />
          {mayCreate && (
            <Button
              variant="primary"
              icon={<Plus size={14} aria-hidden />}
              onPress={() => setBeginning(true)}
            >
              New document
            </Button>
          )}
        </>
      }
    >
      {active && mayCreate && <ImportZone />}
      <DocumentList state={state} />
      {beginning && <NewDocumentDialog onClose={() => setBeginning(false)} />}
    </Page>
  );
}

/** What is typed here is looked for on the page of results. */
function HomeSearch() {
  const [words, setWords] = useState('');
  return (
    <SearchBox
      value={words}
      onChange={setWords}
      onSubmit={() => navigate(`/search?${new URLSearchParams({ q: words })}`)}
    />
  );
}

function DocumentList({ state }: { state: DocumentState }) {
  const { mayCreate } = useMe();
  const documents = useQuery(documentsQuery(state));
  if (documents.isPending) {
    return (
      <div className={styles.card}>
        <Skeleton lines={6} label="Loading the documents…" />
      </div>
    );
  }
  if (documents.isError) {
    return (
      <div className={styles.card}>
        <ErrorState
          title="The documents could not be read"
          onRetry={() => void documents.refetch()}
        >
          {documents.error.message}
        </ErrorState>
      </div>
    );
  }
  if (documents.data.length === 0) {
    return (
      <div className={styles.card}>
        <EmptyState
          icon={<FileText size={18} aria-hidden />}
          title={state === 'active' ? 'No documents yet' : 'Nothing is archived'}
        >
          {emptyWords(state, mayCreate)}
        </EmptyState>
      </div>
    );
  }
  return <DocumentTable documents={documents.data} state={state} />;
}

function emptyWords(state: DocumentState, mayCreate: boolean): string {
  if (state === 'archived')
    return 'A document that is done with can be archived from its menu. It can be taken out again.';
  if (mayCreate)
    return 'Drop a report above to start checking it, or begin an empty document and write it here.';
  return 'You see a document here once somebody has invited you to it. Ask whoever leads it for a link.';
}
