/** All that is said about the open claim, its evidence and its verdicts. */
import { MessageSquarePlus } from 'lucide-react';
import type { ArgsOf } from '../../../../domain/command/list.ts';
import { mayComment } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { threadsOn } from '../../../../domain/talk/thread.ts';
import { newId } from '../../../store/new-id.ts';
import { Button } from '../../../ui/button.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { useForm } from '../judge/use-form.ts';
import { CommentForm } from './comment-form.tsx';
import { useSpeakers } from './speaking.ts';
import styles from './talk.module.css';
import { NewTalk, ThreadList } from './thread-list.tsx';
import { threadsIn } from './threads.ts';

type On = ArgsOf<'comment.add'>['on'];

export function TalkTab({ claim }: { claim: Claim }) {
  const { live, setForm, give } = useDesk();
  const record = useRecord();
  const threads = threadsOn(record, threadsIn(record), claim.id);
  const refused = claim.withdrawn
    ? 'This claim was withdrawn. Restore it to talk about it.'
    : (mayComment(live.store.me.role)?.reason ?? null);
  const form = useForm('comment', refused);
  const on = subjectOf(claim, form?.about);
  const speaking = useSpeakers(live).get(claim.id);
  return (
    <div className={styles.tab}>
      <NewTalk threads={threads} />
      {form ? (
        <CommentForm
          key={form.about ?? claim.id}
          form="comment"
          label={labelOf(on)}
          submit="Comment"
          place={`${claim.id} ${form.about ?? ''}`}
          at={claim.id}
          give={(comment) => give('comment.add', { commentId: newId(), on, comment })}
        />
      ) : (
        refused === null && (
          <Button
            icon={<MessageSquarePlus size={14} aria-hidden />}
            data-opens="comment"
            onPress={() => setForm({ name: 'comment' })}
          >
            Comment
          </Button>
        )
      )}
      {speaking && <p className={styles.speaking}>{speaking}</p>}
      {threads.length === 0 && !form && (
        <p className={styles.none}>
          Nobody has said anything about this claim yet.
          {refused === null && ' Questions and hints for the others go here; @ names somebody.'}
        </p>
      )}
      <ThreadList threads={threads} />
    </div>
  );
}

/** `evidence:<id>` and `verdict:<author>` name what else of a claim a comment is on. */
function subjectOf(claim: Claim, about: string | undefined): On {
  const [kind, rest = ''] = (about ?? '').split(':', 2);
  if (kind === 'evidence') return { kind, evidence: rest };
  if (kind === 'verdict') return { kind, claim: claim.id, author: Number(rest) };
  return { kind: 'claim', claim: claim.id };
}

function labelOf({ kind }: On): string {
  if (kind === 'evidence') return 'Comment on this evidence';
  return kind === 'verdict' ? 'Comment on this verdict' : 'Comment on this claim';
}
