/** The frame of a page: skip link, header, title, and where the focus goes when one arrives. */
import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';
import styles from './page.module.css';
import { Skeleton } from './states.tsx';
import { useWindowTitle } from './window-title.ts';

// The browser itself announces the page that it loaded; only later ones need the focus.
let arrived = false;

export interface PageProps {
  title: string;
  /** Shown instead of `title` in the heading, where that needs more than words. */
  heading?: ReactNode;
  header: ReactNode;
  /** On the heading's line, at the end. */
  actions?: ReactNode;
  /** `form` is a narrow column, `settings` one of cards, `content` the width of a table. */
  width?: 'form' | 'settings' | 'content';
  children: ReactNode;
}

export function Page({ title, heading, header, actions, width = 'content', children }: PageProps) {
  const main = useRef<HTMLElement>(null);
  const headline = useRef<HTMLHeadingElement>(null);
  useWindowTitle(title);
  useEffect(() => {
    if (arrived && !main.current?.contains(document.activeElement)) headline.current?.focus();
    arrived = true;
  }, []);
  return (
    <>
      <a href="#main" className={styles.skip}>
        Skip to content
      </a>
      {header}
      <main id="main" ref={main} tabIndex={-1} className={classes(styles.main, styles[width])}>
        <div className={styles.top}>
          <h1 ref={headline} tabIndex={-1} className={styles.heading}>
            {heading ?? title}
          </h1>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </div>
        {children}
      </main>
    </>
  );
}

/** In place of a page whose code or reader is still on the way. */
export function LoadingPage({ header }: { header: ReactNode }) {
  return (
    <>
      {header}
      <main className={classes(styles.main, styles.content)}>
        <Skeleton lines={6} />
      </main>
    </>
  );
}

/** A titled part of a page, on a card. */
export function Section(props: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, note, actions, children } = props;
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.top}>
        <div>
          <h2>{title}</h2>
          {note !== undefined && note !== false && <p className={styles.note}>{note}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
