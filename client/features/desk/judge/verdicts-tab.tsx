/** All verdicts on a claim with their reviews, and the ruling on top. */
import { reviewsOf } from '../../../../domain/derive/reviewing.ts';
import { mayReview } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import type { Judgement } from '../../../../domain/record/verdict.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { nextWaiting } from './next-waiting.ts';
import { RulingPanel } from './ruling-panel.tsx';
import { useForm } from './use-form.ts';
import { VerdictItem } from './verdict-item.tsx';
import styles from './verdicts.module.css';

export function VerdictsTab({ claim }: { claim: Claim }) {
  const desk = useDesk();
  const { live } = desk;
  const record = useRecord();
  const { id: actor, role } = live.store.me;
  const { verdicts } = recordsOf(record, claim.id);
  const toReview = claim.withdrawn
    ? []
    : verdicts.filter(
        (verdict): verdict is Judgement =>
          verdict.kind === 'verdict' &&
          // One that came with a merged claim is reviewed once its author lets it stand here.
          verdict.claim === claim.id &&
          mayReview(verdict.author, { actor, role }) === null,
      );
  const elsewhere = toReview.length > 0 ? null : nextWaiting(desk, record, claim.id, 'review');
  const form = useForm(
    'review',
    toReview.length > 0 ? null : whyNone(),
    elsewhere ? { label: `Go to #${elsewhere.number}`, run: () => goTo(elsewhere) } : undefined,
  );
  const next = nextToReview(record, toReview, actor);
  const reviewed = form && (form.about ?? String(next?.author));

  function whyNone(): string {
    const next = elsewhere ? ` Next to review: #${elsewhere.number}.` : '';
    if (claim.withdrawn) return `This claim was withdrawn. There is nothing to review.${next}`;
    const first = verdicts.find(({ kind }) => kind === 'verdict');
    const refused = first && mayReview(first.author, { actor, role });
    if (refused?.code === 'own-verdict') return `You cannot review your own verdict.${next}`;
    return (
      refused?.reason ?? `Nobody has given a verdict here yet. There is nothing to review.${next}`
    );
  }

  function goTo(next: Claim): void {
    desk.open(next.id, 'key');
    desk.setTab('verdicts');
    desk.setForm({ name: 'review' });
  }

  return (
    <div className={styles.tab}>
      <RulingPanel claim={claim} />
      {verdicts.length === 0 && <p className={styles.none}>Nobody has judged this claim yet.</p>}
      <ul className={styles.list}>
        {verdicts.map((verdict) => (
          <VerdictItem
            key={verdict.author}
            claim={claim}
            verdict={verdict}
            review={
              !toReview.some(({ author }) => author === verdict.author)
                ? 'none'
                : reviewed === String(verdict.author)
                  ? 'open'
                  : verdict.author === next?.author
                    ? 'next'
                    : 'may'
            }
          />
        ))}
      </ul>
    </div>
  );
}

/** One that I have not reviewed as it stands, else the first. */
function nextToReview(
  record: RecordState,
  verdicts: readonly Judgement[],
  me: number,
): Judgement | undefined {
  const open = verdicts.find(
    (verdict) => !reviewsOf(record, verdict).some(({ author }) => author === me),
  );
  return open ?? verdicts[0];
}
