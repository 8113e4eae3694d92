/** Which page an address shows. Each page is fetched when it is first needed. */
import { Link, Route, Switch } from 'wouter';
import { buttonClass } from './ui/button.tsx';
import { Header } from './ui/header.tsx';
import { lazyPage } from './ui/lazy-page.tsx';
import { LoadingPage, Page } from './ui/page.tsx';
import { ToastRegion } from './ui/toast.tsx';

const waiting = <LoadingPage header={<Header />} />;
const AccountPage = lazyPage(
  async () => (await import('./features/account/account-page.tsx')).AccountPage,
  waiting,
);
const ClipPage = lazyPage(
  async () => (await import('./features/clip/clip-page.tsx')).ClipPage,
  waiting,
);
const DeskPage = lazyPage(
  async () => (await import('./features/desk/desk-page.tsx')).DeskPage,
  waiting,
);
const HomePage = lazyPage(
  async () => (await import('./features/home/home-page.tsx')).HomePage,
  waiting,
);
const ImportPage = lazyPage(
  async () => (await import('./features/import/import-page.tsx')).ImportPage,
  waiting,
);
const InvitePage = lazyPage(
  async () => (await import('./features/sign-in/invite-page.tsx')).InvitePage,
  waiting,
);
const MembersPage = lazyPage(
  async () => (await import('./features/members/members-page.tsx')).MembersPage,
  waiting,
);
const QueuePage = lazyPage(
  async () => (await import('./features/queue/queue-page.tsx')).QueuePage,
  waiting,
);
const ResetPage = lazyPage(
  async () => (await import('./features/sign-in/reset-page.tsx')).ResetPage,
  waiting,
);
const SearchPage = lazyPage(
  async () => (await import('./features/search/search-page.tsx')).SearchPage,
  waiting,
);
const SetupPage = lazyPage(
  async () => (await import('./features/sign-in/setup-page.tsx')).SetupPage,
  waiting,
);
const SignInPage = lazyPage(
  async () => (await import('./features/sign-in/sign-in-page.tsx')).SignInPage,
  waiting,
);

const SourcesPage = lazyPage(
  async () => (await import('./features/sources/sources-page.tsx')).SourcesPage,
  waiting,
);

/** A document, and in it the claim of a number. */
const desk = /^\/d\/(?<id>[^/]+)(?:\/c\/\d+)?\/?$/;

export function App() {
  return (
    <>
      <Switch>
        <Route path="/">
          <HomePage state="active" />
        </Route>
        <Route path="/archived">
          <HomePage state="archived" />
        </Route>
        <Route path="/import/:id">{({ id }) => <ImportPage key={id} id={id} />}</Route>
        <Route path="/queue" component={QueuePage} />
        <Route path="/search" component={SearchPage} />
        <Route path="/account" component={AccountPage} />
        <Route path="/clip" component={ClipPage} />
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/setup" component={SetupPage} />
        <Route path="/reset" component={ResetPage} />
        <Route path="/invite/:token">{({ token }) => <InvitePage token={token} />}</Route>
        <Route path={desk}>{({ id = '' }) => <DeskPage key={id} id={id} />}</Route>
        <Route path="/d/:id/sources">{({ id }) => <SourcesPage key={id} id={id} />}</Route>
        <Route path="/d/:id/members">{({ id }) => <MembersPage key={id} id={id} />}</Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
      <ToastRegion />
    </>
  );
}

function NotFound() {
  return (
    <Page title="There is nothing here" header={<Header />} width="form">
      <p>This address leads nowhere: it may be mistyped, or from a link that was cut off.</p>
      <p>
        <Link href="/" className={buttonClass('secondary')}>
          All documents
        </Link>
      </p>
    </Page>
  );
}
