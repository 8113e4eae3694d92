/**
 * `/clip?url=&title=&text=`: the small window of the bookmarklet. What it was
 * opened with only fills the fields; nothing is saved before somebody presses
 * the button.
 */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useSearch } from 'wouter';
import { mayJudge } from '../../../domain/policy/document.ts';
import type { DocumentHandle, LiveDocument } from '../../store/document.ts';
import { useWindowTitle } from '../../ui/window-title.ts';
import { Select } from '../../ui/select.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { documentsQuery } from '../api/documents.ts';
import { useCommands } from '../desk/use-commands.ts';
import { DocumentContext } from '../document/document-context.ts';
import { useOpened } from '../document/use-opened.ts';
import { type Clip, clipIn } from './clip.ts';
import { ClipForm } from './clip-form.tsx';
import styles from './clip.module.css';
import { lastPlace } from './last-place.ts';

export function ClipPage() {
  return (
    <SignedIn>
      <ClipWindow />
    </SignedIn>
  );
}

function ClipWindow() {
  useWindowTitle('Clip');
  const search = useSearch();
  const clip = useMemo(() => clipIn(search), [search]);
  return (
    <main className={styles.clip}>
      <h1>Add evidence</h1>
      <ChooseDocument clip={clip} />
    </main>
  );
}

function ChooseDocument({ clip }: { clip: Clip }) {
  const documents = useQuery(documentsQuery('active'));
  const [chosen, setChosen] = useState<string | null>(() => lastPlace()?.document ?? null);
  if (documents.isPending) return <Skeleton lines={6} />;
  if (documents.isError) {
    return (
      <ErrorState title="Your documents could not be read" onRetry={() => void documents.refetch()}>
        {documents.error.message} What was selected stays in this window.
      </ErrorState>
    );
  }
  const mine = documents.data.filter(({ role }) => mayJudge(role) === null);
  const [first] = mine;
  if (!first) {
    return (
      <EmptyState title="No document to add to">
        You are no analyst in any document. Ask a lead for an invitation.
      </EmptyState>
    );
  }
  const document = mine.find(({ id }) => id === chosen) ?? first;
  return (
    <>
      <Select
        label="Document"
        choices={mine.map(({ id, title }) => ({ id, name: title }))}
        value={document.id}
        onChange={setChosen}
      />
      <OpenDocument key={document.id} id={document.id} clip={clip} />
    </>
  );
}

function OpenDocument({ id, clip }: { id: string; clip: Clip }) {
  const handle = useOpened(id);
  return handle ? <Opened id={id} handle={handle} clip={clip} /> : <Skeleton lines={6} />;
}

function Opened({ id, handle, clip }: { id: string; handle: DocumentHandle; clip: Clip }) {
  const { live, connection } = useSyncExternalStore(handle.subscribe, handle.getSnapshot);
  if (connection.kind === 'closed') {
    return (
      <ErrorState title="This document cannot be opened" onRetry={() => handle.restart()}>
        {connection.reason}
      </ErrorState>
    );
  }
  if (!live) return <Skeleton lines={6} label="Opening the document…" />;
  return <Live key={live.generation} id={id} handle={handle} live={live} clip={clip} />;
}

function Live(props: { id: string; handle: DocumentHandle; live: LiveDocument; clip: Clip }) {
  const { id, handle, live, clip } = props;
  const { give, undo } = useCommands(handle, live.store);
  return (
    <DocumentContext value={{ id, live, give, say }}>
      <ClipForm clip={clip} onUndo={() => undo()} />
    </DocumentContext>
  );
}

function say(text: string): void {
  notify({ text });
}
