/** The frame of the pages before one is in: brand, one card, one column. */
import type { ReactNode } from 'react';
import { Header } from '../../ui/header.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './entry.module.css';

export function Entry(props: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  const { title, intro, children, foot } = props;
  return (
    <Page title={title} header={<Header />} width="form">
      {intro !== undefined && <div className={styles.intro}>{intro}</div>}
      <div className={styles.card}>{children}</div>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </Page>
  );
}
