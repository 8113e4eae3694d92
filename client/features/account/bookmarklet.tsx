/** The link for the bookmarks bar, which adds the page that one reads as evidence. */
import { Bookmark } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Section } from '../../ui/page.tsx';
import { notify } from '../../ui/toast.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { bookmarklet } from '../clip/clip.ts';
import styles from './account.module.css';

export function BookmarkletSection() {
  const link = useRef<HTMLAnchorElement>(null);
  const code = bookmarklet(window.location.origin);
  // React lets no such address through its properties, and it is right: here it is ours.
  useEffect(() => link.current?.setAttribute('href', code), [code]);
  return (
    <Section
      title="Clip from any page"
      note="Drag the link into the bookmarks bar of your browser. On a page that you read, select what matters and press it: a small window adds the page as evidence to a claim of yours."
    >
      <p>
        <a
          ref={link}
          href="/clip"
          className={styles.bookmarklet}
          onClick={(event) => {
            event.preventDefault();
            notify({ text: 'Drag this link into the bookmarks bar; it works on other pages.' });
          }}
        >
          <Bookmark size={14} aria-hidden /> Clip to Attest
        </a>
      </p>
      <details className={styles.byHand}>
        <summary>Without a mouse</summary>
        <p>Make a bookmark of any page, then put this in place of its address:</p>
        <CopyField label="Address of the bookmarklet" value={code} />
      </details>
    </Section>
  );
}
