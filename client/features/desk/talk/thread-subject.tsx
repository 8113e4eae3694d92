/** What a thread is about, and the way there: a claim, a piece of evidence, a verdict, or words of the text. */
import type { Thread } from '../../../../domain/talk/thread.ts';
import { claimOf } from '../../../../domain/record/comment.ts';
import { anchorState } from '../../../../domain/anchor/anchor-state.ts';
import { sourceName } from '../judge/source-name.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './talk.module.css';

export function ThreadSubject({ thread, withClaim }: { thread: Thread; withClaim: boolean }) {
  const { open, setTab, current } = useDesk();
  const record = useRecord();
  const { about } = thread.first;
  if (about.kind === 'text') return <Quoted thread={thread} />;
  const claim = claimOf(record, thread.first) ?? about.claim;
  const number = record.claims.get(claim)?.number;
  const evidence = about.kind === 'evidence' ? record.evidence.get(about.evidence) : undefined;
  const source = evidence && record.sources.get(evidence.source);
  const on =
    about.kind === 'evidence'
      ? `evidence${source ? `: ${sourceName(source)}` : ''}${evidence?.removed ? ' (removed)' : ''}`
      : about.kind === 'verdict'
        ? `the verdict of ${record.people.get(about.author)?.name ?? 'somebody'}`
        : null;
  // Of a claim that was merged into the open one.
  const isElsewhere = withClaim || (current !== null && claim !== current);
  if (on === null && !isElsewhere) return null;
  return (
    <p className={styles.subject}>
      {isElsewhere && (
        <button
          type="button"
          className={styles.way}
          onClick={() => {
            open(claim, 'list');
            setTab('talk');
          }}
        >
          #{number}
        </button>
      )}
      {on !== null && <span>On {on}</span>}
    </p>
  );
}

function Quoted({ thread }: { thread: Thread }) {
  const { editor } = useDesk();
  const { anchor, id } = thread.first;
  if (!anchor) return null;
  const { exact } = anchor.quote;
  const state = editor ? anchorState(editor.wordsOf(id) ?? '', exact) : 'exact';
  return (
    <div className={styles.subject}>
      {state === 'removed' ? (
        <blockquote className={styles.quote}>{exact}</blockquote>
      ) : (
        <button type="button" className={styles.quoted} onClick={() => editor?.scrollTo(id)}>
          <span className="visually-hidden">Show in the text: </span>
          <span className={styles.quote}>{exact}</span>
        </button>
      )}
      {state === 'removed' && (
        <p className={styles.detached}>These words are not in the text any more.</p>
      )}
      {state === 'changed' && (
        <p className={styles.detached}>The text says this in other words now.</p>
      )}
    </div>
  );
}
