/** What a comment says: names, addresses that can be followed, and otherwise what was typed. */
import { stretchesOf } from '../../../../domain/talk/words.ts';
import { useRecord } from '../desk-context.ts';
import styles from './talk.module.css';

export function SpokenWords({ words }: { words: string }) {
  const { people } = useRecord();
  return stretchesOf(words).map((stretch, at) => {
    switch (stretch.kind) {
      case 'words':
        return stretch.words;
      case 'mention':
        return (
          <span key={at} className={styles.mention}>
            @{people.get(stretch.person)?.name ?? 'somebody'}
          </span>
        );
      case 'link':
        return (
          <a key={at} href={stretch.href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {stretch.href}
          </a>
        );
    }
  });
}
