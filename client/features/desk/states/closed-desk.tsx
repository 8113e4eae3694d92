/** The document was closed to this person, or to everybody: why, what to do, and the words that are kept. */
import { Link } from 'wouter';
import type { RefusalCode } from '../../../../domain/refusal.ts';
import type { DocumentHandle } from '../../../store/document.ts';
import type { HandedBack } from '../../../sync/state.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { Header } from '../../../ui/header.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { AccountMenu } from '../../account/account-menu.tsx';
import { HandedBackList } from '../handed-back.tsx';

export interface ClosedDeskProps {
  handle: DocumentHandle;
  code: RefusalCode;
  reason: string;
  handedBack: readonly HandedBack[];
}

export function ClosedDesk({ handle, code, reason, handedBack }: ClosedDeskProps) {
  const signedOut = code === 'signed-out';
  const next = encodeURIComponent(window.location.pathname);
  return (
    <Page title={titleOf(code)} header={<Header account={<AccountMenu />} />}>
      <ErrorState
        title={reason}
        {...(!signedOut && { onRetry: () => handle.restart() })}
        actions={
          <>
            {signedOut && (
              // A whole new page: nothing of whoever was signed in before stays in memory.
              <a href={`/sign-in?next=${next}`} className={buttonClass('primary')}>
                Sign in
              </a>
            )}
            <Link href="/" className={buttonClass('secondary')}>
              All documents
            </Link>
          </>
        }
      >
        {handedBack.length === 0 &&
          'What you gave and what waits to be sent is kept on this device.'}
      </ErrorState>
      <HandedBackList items={handedBack} onDismiss={(item) => handle.dismiss(item)} />
    </Page>
  );
}

function titleOf(code: RefusalCode): string {
  if (code === 'signed-out') return 'You are signed out';
  if (code === 'forbidden') return 'No access to this document';
  if (code === 'not-found') return 'This document is not here';
  return 'This document cannot be opened right now';
}
