/** `/d/<id>/sources`: every source of a document by origin, which claims rest on one of them, and what is missing. */
import { useSyncExternalStore } from 'react';
import type { DocumentHandle, LiveDocument } from '../../store/document.ts';
import { LoadingPage, Page } from '../../ui/page.tsx';
import { notify } from '../../ui/toast.tsx';
import { SignedIn } from '../account/signed-in.tsx';
import { ClosedDesk } from '../desk/states/closed-desk.tsx';
import { useCommands } from '../desk/use-commands.ts';
import { DocumentContext, useDocument, useDocumentRecord } from '../document/document-context.ts';
import { useOpened } from '../document/use-opened.ts';
import { DocumentHeader } from '../members/document-header.tsx';
import { SourceList } from './source-list.tsx';

export function SourcesPage({ id }: { id: string }) {
  return (
    <SignedIn>
      <OpenSources id={id} />
    </SignedIn>
  );
}

function OpenSources({ id }: { id: string }) {
  const handle = useOpened(id);
  return handle ? <OpenedSources id={id} handle={handle} /> : <Waiting id={id} />;
}

function Waiting({ id }: { id: string }) {
  return <LoadingPage header={<DocumentHeader id={id} title="Document" current="sources" />} />;
}

function OpenedSources({ id, handle }: { id: string; handle: DocumentHandle }) {
  const { live, connection, handedBack } = useSyncExternalStore(
    handle.subscribe,
    handle.getSnapshot,
  );
  if (connection.kind === 'closed') {
    return <ClosedDesk handle={handle} {...connection} handedBack={handedBack} />;
  }
  if (!live) return <Waiting id={id} />;
  return <LiveSources key={live.generation} id={id} handle={handle} live={live} />;
}

function LiveSources(props: { id: string; handle: DocumentHandle; live: LiveDocument }) {
  const { id, handle, live } = props;
  const { give } = useCommands(handle, live.store);
  return (
    <DocumentContext value={{ id, live, give, say }}>
      <Sources />
    </DocumentContext>
  );
}

function say(text: string): void {
  notify({ text });
}

function Sources() {
  const { id } = useDocument();
  const { settings } = useDocumentRecord();
  return (
    <Page
      title="Sources"
      header={<DocumentHeader id={id} title={settings.title} current="sources" />}
    >
      <SourceList />
    </Page>
  );
}
