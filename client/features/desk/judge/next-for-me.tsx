/** What this claim waits for from me, beside a first verdict, for which the foot of the pane is there. */
import { waitingFor } from '../../../../domain/derive/waiting.ts';
import { taskWords } from '../../../../domain/derive/words.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { Button } from '../../../ui/button.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './claim-panel.module.css';
import { turnToTask } from './turn-to-task.ts';

/** The others are settled where they stand: changed words above, a stale verdict at the foot. */
const here = ['review', 'reconsider', 'rule'] as const;

export function NextForMe({ claim }: { claim: Claim }) {
  const desk = useDesk();
  const { anchors, live, tab } = desk;
  const record = useRecord();
  const tasks = waitingFor(record, claim, live.store.me.id, anchors.get(claim.id));
  const next = here.map((kind) => tasks.find((task) => task.kind === kind)).find(Boolean);
  // The verdicts offer the same, each at its place.
  if (!next || tab === 'verdicts') return null;

  return (
    <div className={styles.next}>
      <span>Waiting for you</span>
      <Button
        onPress={() => turnToTask(desk, next)}
        {...(next.kind === 'review' && { shortcut: hintOf('review') })}
      >
        {next.kind === 'review' ? reviewWords(next.verdictAuthor) : taskWords[next.kind]}
      </Button>
    </div>
  );

  function reviewWords(author: number): string {
    const name = record.people.get(author)?.name;
    return name ? `Review ${name}’s verdict` : taskWords.review;
  }
}
