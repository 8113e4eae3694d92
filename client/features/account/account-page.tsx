/** `/account`: one's name and password, where one is signed in, and access tokens. */
import { Button } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useShell } from '../actions/screen.ts';
import { SingleKeysSwitch } from '../actions/single-keys-switch.tsx';
import { AccountMenu } from './account-menu.tsx';
import { BookmarkletSection } from './bookmarklet.tsx';
import { NameForm } from './name-form.tsx';
import { NotificationSwitches } from './notification-switches.tsx';
import { PasswordForm } from './password-form.tsx';
import { ReadingSwitch } from './reading-switch.tsx';
import { SessionList } from './session-list.tsx';
import { SignedIn, useMe } from './signed-in.tsx';
import { TokenList } from './token-list.tsx';

export function AccountPage() {
  return (
    <SignedIn>
      <Account />
    </SignedIn>
  );
}

function Account() {
  const me = useMe();
  const { show } = useShell();
  return (
    <Page
      title="Account"
      width="settings"
      header={<Header crumbs={<span>Account</span>} account={<AccountMenu />} />}
    >
      <Section
        title="You"
        note={
          <>
            Signed in as {me.person.email}
            {me.owner && ', owner of this workspace'}.
          </>
        }
      >
        <NameForm name={me.person.name} />
      </Section>
      <Section
        title="Keyboard"
        note="Kept in this browser, for all of its tabs."
        actions={<Button onPress={() => show('keys')}>Choose keys</Button>}
      >
        <SingleKeysSwitch />
      </Section>
      <Section
        title="Reading"
        note="Where you were last is kept for you either way. Nobody else is told if this is off."
      >
        <ReadingSwitch />
      </Section>
      <BookmarkletSection />
      <TokenList />
      <SessionList />
      <Section title="Password" note="Changing it signs you out everywhere else.">
        <PasswordForm email={me.person.email} />
      </Section>
      <div id="notifications">
        <Section title="Notifications" note="What the bell tells you of, in every document.">
          <NotificationSwitches />
        </Section>
      </div>
    </Page>
  );
}
