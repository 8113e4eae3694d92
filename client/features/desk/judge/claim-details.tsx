/** The claim itself: its words, the question, who said it and when, who is asked. */
import { Pencil } from 'lucide-react';
import { dateWords } from '../../../../domain/date/date-words.ts';
import { stageOf } from '../../../../domain/derive/stage.ts';
import { claimTypeWords, likelihoodWords, priorityWords } from '../../../../domain/derive/words.ts';
import { mayRestate } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { AlsoHere } from './also-here.tsx';
import { AssignPopover } from './assign-popover.tsx';
import { chainWords } from './chain.ts';
import { ChecksChoice } from './checks-choice.tsx';
import { ClaimHistoryLine } from './claim-history-line.tsx';
import { ClaimOffers } from './claim-offers.tsx';
import styles from './claim-panel.module.css';
import { Clamped } from './clamped.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NextForMe } from './next-for-me.tsx';
import { RestateDialog } from './restate-dialog.tsx';
import { SameWords } from './same-words.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { useForm } from './use-form.ts';

export function ClaimDetails({ claim }: { claim: Claim }) {
  const { live, setForm, anchors } = useDesk();
  const record = useRecord();
  const { id: actor, role } = live.store.me;
  const refused = claim.withdrawn
    ? 'This claim was withdrawn. Restore it first.'
    : (mayRestate(record, claim, { actor, role })?.reason ?? null);
  const restating = useForm('restate', refused) !== null;
  const merging = useForm('merge', refused);
  const linking = useForm('link', refused) !== null;
  const splitting = useForm('split', refused) !== null;
  const names = claim.assignees.map((id) => record.people.get(id)?.name ?? 'somebody').join(', ');
  const kind = kindOf(claim);
  const isSettled = stageOf(record, claim, anchors.get(claim.id)) === 'settled';
  return (
    <div className={styles.head} data-tour="details">
      <Clamped as="blockquote" lines={3} className={styles.quote}>
        {claim.quote.exact}
      </Clamped>
      <ChecksChoice claim={claim} refused={refused} />
      <dl className={styles.details}>
        <div>
          <dt>Restated</dt>
          <dd>
            <span>{claim.restatement || <span className={styles.none}>not yet</span>}</span>
            {refused === null && (
              <IconButton
                label="Restate"
                shortcut={hintOf('restate')}
                className={styles.inRow ?? ''}
                icon={<Pencil size={13} aria-hidden />}
                onPress={() => setForm({ name: 'restate' })}
              />
            )}
          </dd>
        </div>
        <div>
          <dt>Claimant</dt>
          <dd>
            {[claim.claimant, claim.place, dateWords(claim.date?.edtf ?? '')]
              .filter(Boolean)
              .join(' · ') || <span className={styles.none}>not named yet</span>}
          </dd>
        </div>
        {claim.chain.length > 0 && (
          <div>
            <dt>Said by</dt>
            <dd>{chainWords(claim.chain)}</dd>
          </div>
        )}
        {kind !== '' && (
          <div>
            <dt>Kind</dt>
            <dd>{kind}</dd>
          </div>
        )}
        <div>
          <dt>Assigned</dt>
          <dd>
            <span>{names || <span className={styles.none}>nobody by name</span>}</span>
            <AssignPopover claim={claim} />
          </dd>
        </div>
      </dl>
      {refused === null && !isSettled && <ClaimOffers claim={claim} />}
      <ClaimHistoryLine claim={claim} />
      {refused === null && <SameWords claim={claim} />}
      <AlsoHere claim={claim} />
      <NextForMe claim={claim} />
      {restating && <RestateDialog claim={claim} />}
      {merging && <MergeDialog claim={claim} as="merge" about={merging.about} />}
      {linking && <MergeDialog claim={claim} as="link" />}
      {splitting && <SplitDialog claim={claim} />}
    </div>
  );
}

/** What the claim says of itself beyond the usual; empty where it says nothing. */
function kindOf({ type, likelihood, priority, tags, short }: Claim): string {
  return [
    type && claimTypeWords[type],
    likelihood && likelihoodWords[likelihood],
    priority !== 'normal' && `${priorityWords[priority]} priority`,
    ...tags.map((tag) => `#${tag}`),
    short && `“${short}”`,
  ]
    .filter(Boolean)
    .join(' · ');
}
