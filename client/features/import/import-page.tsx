/** `/import/:id`: a file as it would become a document, before it does. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { buttonClass } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { useWindowTitle } from '../../ui/window-title.ts';
import { JobBar } from '../../ui/progress-bar.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { madeOf, previewQuery, type Reading } from '../api/imports.ts';
import styles from './import.module.css';
import { ImportDesk } from './import-desk.tsx';
import { readKept } from './kept-import.ts';
import { useState } from 'react';

export function ImportPage({ id }: { id: string }) {
  return (
    <SignedIn>
      <Import id={id} />
    </SignedIn>
  );
}

function Import({ id }: { id: string }) {
  const [kept] = useState(() => readKept(id));
  const [reading, setReading] = useState<Reading>(kept);
  const shown = useQuery(previewQuery(id, reading));
  useWindowTitle(shown.data ? `Import ${shown.data.draft.name}` : 'Import');
  // What was chosen cannot be read that way: the text before it is still there to go back to.
  const [last, setLast] = useState(shown.data ?? null);
  if (shown.data && shown.data !== last) setLast(shown.data);
  const preview = shown.data ?? last;
  // Gone, but perhaps because a document was made of it: in another tab, or before the answer was lost.
  const made = useQuery({
    queryKey: ['imports', id, 'made'],
    queryFn: () => madeOf(id),
    enabled: shown.isError && preview === null,
    retry: false,
  });

  if (preview === null) {
    return (
      <>
        <Header account={<AccountMenu />} />
        <main id="main" className={styles.waiting}>
          <h1 className="visually-hidden">Import</h1>
          {shown.isError ? (
            <ErrorState
              title="This import cannot be shown"
              onRetry={() => void shown.refetch()}
              actions={
                <>
                  {made.data && (
                    <Link href={`/d/${made.data}`} className={buttonClass('primary')}>
                      Open the document
                    </Link>
                  )}
                  <Link href="/" className={buttonClass('secondary')}>
                    All documents
                  </Link>
                </>
              }
            >
              {shown.error.message}
            </ErrorState>
          ) : (
            <div className={styles.reading} role="status">
              <p>Reading the file…</p>
              <JobBar label="Reading the file" value={null} />
              <Link href="/" className={buttonClass('quiet')}>
                Cancel
              </Link>
            </div>
          )}
        </main>
      </>
    );
  }
  return (
    <ImportDesk
      key={id}
      preview={preview}
      kept={kept}
      reading={reading}
      onReading={setReading}
      refused={shown.isError ? shown.error.message : null}
      isReading={shown.isFetching}
    />
  );
}
