/** What a comment said before it was changed; of a deleted one nothing is listed. */
import { comment as commentRecord, type Comment } from '../../../../domain/record/comment.ts';
import { When } from '../../../ui/when.tsx';
import { Earlier } from '../judge/earlier.tsx';
import { remarkOf } from '../judge/revisions.ts';
import { SpokenWords } from './spoken-words.tsx';
import styles from './talk.module.css';

export function EarlierWords({ comment }: { comment: Comment }) {
  return (
    <Earlier of={remarkOf(comment)} one="wording" many="wordings">
      {(values) => {
        const wordings = wordingsOf(values, comment.revision);
        if (wordings.length === 0) {
          // It came with a bundle, which holds what it said last.
          return <p className={styles.none}>They are not in the log of this document.</p>;
        }
        return (
          <ol className={styles.earlier} aria-label="Earlier wordings">
            {wordings.map((each) => (
              <li key={each.revision} className={styles.words}>
                <SpokenWords words={each.comment} />{' '}
                <span className={styles.when}>
                  <When at={each.modifiedAt} />
                </span>
              </li>
            ))}
          </ol>
        );
      }}
    </Earlier>
  );
}

/** One each: resolving a thread writes its first comment again with the same words. */
function wordingsOf(values: readonly unknown[], before: number): Comment[] {
  const wordings = new Map<number, Comment>();
  for (const value of values) {
    const known = commentRecord.safeParse(value).data;
    if (known && !known.deleted && known.revision < before) wordings.set(known.revision, known);
  }
  return [...wordings.values()];
}
