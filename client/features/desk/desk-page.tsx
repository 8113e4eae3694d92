/** `/d/<id>` and `/d/<id>/c/<number>`: opens the document, and says so while it cannot be worked on. */
import { useSyncExternalStore } from 'react';
import { SignedIn } from '../account/signed-in.tsx';
import type { DocumentHandle } from '../../store/document.ts';
import { useOpened } from '../document/use-opened.ts';
import { DeskView } from './desk-view.tsx';
import { ClosedDesk } from './states/closed-desk.tsx';
import { OpeningDesk } from './states/opening-desk.tsx';

export function DeskPage({ id }: { id: string }) {
  return (
    <SignedIn>
      <OpenDesk id={id} />
    </SignedIn>
  );
}

function OpenDesk({ id }: { id: string }) {
  const handle = useOpened(id);
  return handle ? <OpenedDesk id={id} handle={handle} /> : <OpeningDesk />;
}

function OpenedDesk({ id, handle }: { id: string; handle: DocumentHandle }) {
  const { live, connection, handedBack } = useSyncExternalStore(
    handle.subscribe,
    handle.getSnapshot,
  );
  if (connection.kind === 'closed') {
    return <ClosedDesk handle={handle} {...connection} handedBack={handedBack} />;
  }
  if (!live) return <OpeningDesk offline={connection.kind === 'offline'} />;
  // A clean start brings another Y.Doc: everything that holds on to the old one begins anew.
  return <DeskView key={live.generation} id={id} handle={handle} live={live} />;
}
