/** What of a document waits for me: the most pressing on a chip that leads to it, the rest in words. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { taskKinds } from '../../../domain/derive/waiting.ts';
import { Chip } from '../../ui/chip.tsx';
import type { DocumentRow } from '../api/documents.ts';
import { queueCountQuery } from '../api/queue.ts';
import { waitingWords } from '../queue/task-words.ts';
import styles from './for-me.module.css';

export function ForMe({ document: { id, title } }: { document: DocumentRow }) {
  const { data } = useQuery(queueCountQuery);
  // Not known is not nothing.
  if (!data) return null;
  const counts = data.documents[id] ?? {};
  const [first, ...others] = taskKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : `${count} ${waitingWords[kind]}`;
  });
  if (first === undefined) {
    return (
      <span className={styles.none}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">nothing</span>
      </span>
    );
  }
  return (
    <>
      <Link
        href={`/queue?${new URLSearchParams({ document: id })}`}
        className={styles.link}
        aria-label={`${first} in ${title}`}
      >
        <Chip tone="accent" className={styles.chip ?? ''}>
          {first}
        </Chip>
      </Link>
      {others.length > 0 && <span className={styles.others}>{others.join(', ')}</span>}
    </>
  );
}
