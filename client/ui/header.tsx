/** The bar at the top of every page: where one is, what the page offers, theme and account. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './header.module.css';
import { ThemeSwitch } from './theme-switch.tsx';

export interface HeaderProps {
  /** After the name: the document, a menu on it. */
  crumbs?: ReactNode;
  /** In the middle: the views of a document. */
  middle?: ReactNode;
  /** Before the theme: state, people, actions. */
  end?: ReactNode;
  /** The account menu, where somebody is signed in. */
  account?: ReactNode;
}

export function Header({ crumbs, middle, end, account }: HeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.start}>
        <Link href="/" className={styles.brand} aria-label="Attest, all documents">
          <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="9" />
            <path d="M16 7.5 24 25h-3.7l-1.6-3.8h-5.5L11.6 25H8L16 7.5Zm0 6.2-1.7 4.5h3.4L16 13.7Z" />
          </svg>
          <span className={styles.name}>Attest</span>
        </Link>
        {crumbs !== undefined && (
          <>
            <span className={styles.slash} aria-hidden="true">
              /
            </span>
            <div className={styles.crumbs}>{crumbs}</div>
          </>
        )}
      </div>
      {middle !== undefined && <div className={styles.middle}>{middle}</div>}
      <div className={styles.end}>
        {end}
        <div className={styles.theme}>
          <ThemeSwitch />
        </div>
        {account}
      </div>
    </header>
  );
}
