/** `/d/<id>`: the desk. Holds its place in the build until the desk itself is here. */
import { Header } from '../../ui/header.tsx';
import { Page } from '../../ui/page.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { SignedIn } from '../account/signed-in.tsx';

export function DeskPage({ id }: { id: string }) {
  return (
    <SignedIn>
      <Page title="Desk" header={<Header account={<AccountMenu />} />}>
        <p>Document {id}</p>
      </Page>
    </SignedIn>
  );
}
