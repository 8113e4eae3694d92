/** `/sign-in?next=…`, where every page sends those who are not signed in. */
import { useSearch } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { Notice } from '../../ui/notice.tsx';
import { Entry } from './entry.tsx';
import { nextPath } from './next-path.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const search = useSearch();
  const next = nextPath(search);
  const failedLink = new URLSearchParams(search).has('error');
  return (
    <Entry
      title="Sign in"
      foot="No account? People join Attest through an invitation link to a document: ask whoever leads it for one."
    >
      {failedLink && (
        <Notice tone="warn">
          That link was not valid any more: each works once, for 15 minutes. Have a new one sent, or
          use your password.
        </Notice>
      )}
      <SignInForm next={next} onSignedIn={() => navigate(next, { replace: true })} />
    </Entry>
  );
}
