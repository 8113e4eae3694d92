/** What is checked. With a twin the other question leads to it; without one the claim itself changes its question. */
import * as z from 'zod/mini';
import { checksWords } from '../../../../domain/derive/words.ts';
import { type Checks, checks, type Claim } from '../../../../domain/record/claim.ts';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { useBegun } from './begun.ts';
import styles from './claim-panel.module.css';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { draftOf, restatingDraft, saidOtherwise } from './restating.ts';
import { twinOf } from './twin.ts';

/** A choice that came too late, and what the claim said when it was made. */
const belated = z.object({
  wanted: z.nullable(checks),
  seen: z.nullable(restatingDraft.shape.seen),
});
const none: z.infer<typeof belated> = { wanted: null, seen: null };

export function ChecksChoice({ claim, refused }: { claim: Claim; refused: string | null }) {
  const { id, give, open, live } = useDesk();
  const record = useRecord();
  const twin = twinOf(record, claim);
  const { value, change, drop } = useBegun(
    `${live.store.me.id} ${id} ${claim.id} checks`,
    belated,
    none,
  );
  const { wanted, seen } = value;

  function choose(question: Checks): void {
    if (twin) return open(twin.id, 'key');
    drop();
    const before = draftOf(claim).seen;
    void give(
      'claim.restate',
      {
        claimId: claim.id,
        version: claim.version,
        changes: { checks: question },
        seen: { checks: claim.checks },
      },
      {
        onRefused: ({ code }) => {
          if (code === 'claim-moved-on') change({ wanted: question, seen: before });
        },
      },
    );
  }

  return (
    <>
      <div className={styles.checks} {...(refused !== null && !twin && { title: refused })}>
        <span className={styles.term}>Checks</span>
        <ToggleGroup
          label="What is checked"
          value={claim.checks}
          onChange={choose}
          choices={checks.options.map((each) => ({
            id: each,
            name:
              twin && each !== claim.checks
                ? `${checksWords[each]} → #${twin.number}`
                : checksWords[each],
            isDisabled: refused !== null && !twin && each !== claim.checks,
          }))}
        />
      </div>
      {wanted !== null && seen !== null && wanted !== claim.checks && !twin && refused === null && (
        <OvertakenNotice
          claim={claim}
          fields={saidOtherwise(seen, claim)}
          mine={checksWords[wanted]}
          onKeepMine={() => choose(wanted)}
          onTakeTheirs={drop}
        />
      )}
    </>
  );
}
