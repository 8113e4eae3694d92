/** The header of a document's own pages outside of the desk: the way back to it. */
import { Link } from 'wouter';
import { Header } from '../../ui/header.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { DocumentNav } from '../document/document-nav.tsx';
import styles from './members.module.css';

export function DocumentHeader({ id, title }: { id: string; title: string }) {
  return (
    <Header
      crumbs={
        <>
          <Link href={`/d/${id}`} className={styles.crumb}>
            {title}
          </Link>
        </>
      }
      middle={<DocumentNav document={id} current={null} />}
      account={<AccountMenu />}
    />
  );
}
