/** Asks people for a verdict by name, or no longer. */
import { UserPlus } from 'lucide-react';
import { canJudge } from '../../../../domain/derive/standing.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useDesk, useRecord } from '../desk-context.ts';

export function AssignMenu({ claim }: { claim: Claim }) {
  const { give } = useDesk();
  const record = useRecord();
  const people = [...record.people.values()].filter(({ id }) => canJudge(record, id));

  function toggle(key: string): void {
    const id = Number(key);
    const asked = claim.assignees.includes(id);
    void give('claim.assign', {
      claimId: claim.id,
      add: asked ? [] : [id],
      remove: asked ? [id] : [],
    });
  }

  return (
    <Menu
      label={`Who is asked about claim ${claim.number}`}
      trigger={<IconButton label="Assign" icon={<UserPlus size={14} aria-hidden />} />}
      onSelect={toggle}
    >
      {people.map(({ id, name }) => (
        <MenuItem
          key={id}
          id={String(id)}
          note={claim.assignees.includes(id) ? 'Asked' : 'Not asked'}
        >
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
