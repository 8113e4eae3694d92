/** The header of a document's own pages outside of the desk: the way back to it. */
import { Link } from 'wouter';
import { Header } from '../../ui/header.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import type { DocumentViewId } from '../document/views.ts';
import { DocumentNav } from '../document/document-nav.tsx';
import styles from './members.module.css';

export interface DocumentHeaderProps {
  id: string;
  title: string;
  /** The page of the document that is shown; none for its members. */
  current?: DocumentViewId;
}

export function DocumentHeader({ id, title, current }: DocumentHeaderProps) {
  return (
    <Header
      crumbs={
        <>
          <Link href={`/d/${id}`} className={styles.crumb}>
            {title}
          </Link>
        </>
      }
      middle={<DocumentNav document={id} current={current ?? null} />}
      account={<AccountMenu />}
    />
  );
}
