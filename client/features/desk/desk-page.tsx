/** `/d/<id>`: opens the document, and says so while it cannot be worked on. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import type { RefusalCode } from '../../../domain/refusal.ts';
import type { DocumentHandle } from '../../store/document.ts';
import { openDocument } from '../../store/open-document.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Page } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { DeskView } from './desk-view.tsx';
import { HandedBackList } from './handed-back.tsx';

export function DeskPage({ id }: { id: string }) {
  return (
    <SignedIn>
      <OpenDesk id={id} />
    </SignedIn>
  );
}

function OpenDesk({ id }: { id: string }) {
  const [handle, setHandle] = useState<DocumentHandle | null>(null);
  useEffect(() => {
    const opened = openDocument(id);
    setHandle(opened);
    return () => {
      setHandle(null);
      void opened.close();
    };
  }, [id]);
  return handle ? <OpenedDesk id={id} handle={handle} /> : <OpeningDesk />;
}

function OpenedDesk({ id, handle }: { id: string; handle: DocumentHandle }) {
  const snapshot = useSyncExternalStore(handle.subscribe, handle.getSnapshot);
  const { live, connection } = snapshot;
  if (live && connection.kind !== 'closed') {
    // A clean start brings another Y.Doc: everything that holds on to the old one begins anew.
    return <DeskView key={live.generation} id={id} handle={handle} live={live} />;
  }
  if (connection.kind === 'closed') {
    return (
      <Page title={closedTitle(connection.code)} header={<Header account={<AccountMenu />} />}>
        <ErrorState
          title={closedTitle(connection.code)}
          onRetry={() => handle.restart()}
          actions={
            <Link href="/" className={buttonClass('secondary')}>
              All documents
            </Link>
          }
        >
          {connection.reason}
        </ErrorState>
        <HandedBackList items={snapshot.handedBack} onDismiss={(item) => handle.dismiss(item)} />
      </Page>
    );
  }
  return <OpeningDesk offline={connection.kind === 'offline'} />;
}

function OpeningDesk({ offline = false }: { offline?: boolean }) {
  return (
    <Page title="Opening…" header={<Header account={<AccountMenu />} />}>
      {offline && <p role="status">The server cannot be reached. Trying again…</p>}
      <Skeleton lines={8} label="Opening the document…" />
    </Page>
  );
}

function closedTitle(code: RefusalCode): string {
  if (code === 'signed-out') return 'You are signed out';
  if (code === 'forbidden') return 'No access to this document';
  if (code === 'not-found') return 'This document is not here';
  return 'This document cannot be opened right now';
}
