/** Asks people for a verdict by name, or no longer. */
import { UserPlus } from 'lucide-react';
import { canJudge } from '../../../../domain/derive/standing.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { CheckMenu } from './check-menu.tsx';
import styles from './claim-panel.module.css';

export function AssignMenu({ claim }: { claim: Claim }) {
  const { give } = useDesk();
  const record = useRecord();
  const people = [...record.people.values()].filter(({ id }) => canJudge(record, id));

  function assign(chosen: readonly string[]): void {
    const asked = chosen.map(Number);
    void give(
      'claim.assign',
      {
        claimId: claim.id,
        add: asked.filter((id) => !claim.assignees.includes(id)),
        // Only people that the menu shows: others were asked while they could judge.
        remove: claim.assignees.filter(
          (id) => !asked.includes(id) && people.some((person) => person.id === id),
        ),
      },
      // The tick says so, and the menu is still open.
      { quiet: true },
    );
  }

  return (
    <CheckMenu
      label={`Who is asked about claim ${claim.number}`}
      trigger={
        <IconButton
          label="Assign"
          className={styles.inRow ?? ''}
          icon={<UserPlus size={14} aria-hidden />}
        />
      }
      choices={people.map(({ id, name }) => ({ id: String(id), name }))}
      chosen={claim.assignees.map(String)}
      onChange={assign}
    />
  );
}
