/** How many claims are selected, and what can be done to all of them. */
import { CheckCheck, Flag, Tag, Trash2, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import { canJudge } from '../../../../../domain/derive/standing.ts';
import { priorityWords } from '../../../../../domain/derive/words.ts';
import { mayAssign, mayJudge, mayRestate } from '../../../../../domain/policy/document.ts';
import { priorities, type Claim } from '../../../../../domain/record/claim.ts';
import type { RecordState } from '../../../../../domain/record/state.ts';
import { Button } from '../../../../ui/button.tsx';
import { ConfirmDialog } from '../../../../ui/dialog.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../../ui/menu.tsx';
import { JobBar } from '../../../../ui/progress-bar.tsx';
import { useDesk, useRecord } from '../../desk-context.ts';
import { usePicked } from '../picked-claims.ts';
import { useShownIds } from '../shown-claims.ts';
import styles from './bulk-bar.module.css';
import { TagDialog } from './tag-dialog.tsx';
import { countOf, useBulk } from './use-bulk.ts';

export function BulkBar() {
  const { picked, shown, live } = useDesk();
  const record = useRecord();
  const ids = usePicked(picked);
  const all = useShownIds(shown);
  const claims = [...ids].flatMap((id) => record.claims.get(id) ?? []);
  const [asking, setAsking] = useState<'tags' | 'withdraw' | null>(null);
  const bulk = useBulk();
  const { me } = live.store;
  const who = { actor: me.id, role: me.role };
  const reader = mayJudge(me.role) !== null;
  // Those that somebody else has to change are left out, and said so before.
  const mine = claims.filter((claim) => !claim.withdrawn && !mayRestate(record, claim, who));
  const here = claims.filter((claim) => !claim.withdrawn);
  const close = (): void => setAsking(null);
  const withdraw = (): Promise<void> =>
    bulk.each(
      'claims.withdraw',
      idsOf(mine),
      (claimIds) => ({ claimIds, reason: '' }),
      'withdrawn',
    );

  if (bulk.progress !== null) {
    return (
      <div className={styles.bar} role="toolbar" aria-label="Selected claims" data-keep-clear="">
        <JobBar label="Changing claims" value={bulk.progress} />
        <Button variant="quiet" onPress={bulk.cancel}>
          Stop
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected claims" data-keep-clear="">
      <span className={styles.count} role="status">
        {ids.size.toLocaleString('en')} selected
      </span>
      <IconButton
        label={`Select all ${all.length} shown`}
        icon={<CheckCheck size={15} aria-hidden />}
        isDisabled={all.length === ids.size}
        onPress={() => picked.set(all)}
      />
      <span className={styles.push} />
      <IconButton
        label="Tags…"
        icon={<Tag size={15} aria-hidden />}
        isDisabled={reader || mine.length === 0}
        onPress={() => setAsking('tags')}
      />
      {mayAssign(me.role) === null && (
        <AssignMany
          record={record}
          claims={here}
          onAssign={(add, remove, did) =>
            void bulk.each(
              'claims.assign',
              idsOf(here),
              (claimIds) => ({ changes: [{ claimIds, add, remove }] }),
              did,
            )
          }
        />
      )}
      <Menu
        label="Priority of the selected claims"
        placement="bottom end"
        trigger={
          <IconButton
            label="Priority"
            icon={<Flag size={15} aria-hidden />}
            isDisabled={reader || mine.length === 0}
          />
        }
        onSelect={(id) => {
          const priority = priorities.find((each) => each === id);
          if (!priority) return;
          void bulk.each(
            'claims.prioritise',
            idsOf(mine),
            (claimIds) => ({ changes: [{ claimIds, priority }] }),
            `of ${priorityWords[priority].toLowerCase()} priority now`,
          );
        }}
      >
        {[...priorities].reverse().map((priority) => (
          <MenuItem key={priority} id={priority}>
            {priorityWords[priority]}
          </MenuItem>
        ))}
      </Menu>
      <IconButton
        label="Withdraw"
        icon={<Trash2 size={15} aria-hidden />}
        isDisabled={reader || mine.length === 0}
        onPress={() => (mine.length < here.length ? setAsking('withdraw') : void withdraw())}
      />
      <IconButton
        label="Select none"
        shortcut="Esc"
        icon={<X size={15} aria-hidden />}
        onPress={() => picked.clear()}
      />
      {asking === 'tags' && (
        <TagDialog
          record={record}
          claims={mine}
          others={here.length - mine.length}
          onClose={close}
          onTag={(add, remove) =>
            bulk.each(
              'claims.tag',
              idsOf(mine),
              (claimIds) => ({ changes: [{ claimIds, add, remove }] }),
              'tagged anew',
            )
          }
        />
      )}
      <ConfirmDialog
        title={`Withdraw ${countOf(mine.length)}?`}
        isOpen={asking === 'withdraw'}
        onClose={close}
        action="Withdraw"
        danger
        onConfirm={withdraw}
      >
        <p>{othersWords(here, mine)}</p>
      </ConfirmDialog>
    </div>
  );
}

function idsOf(claims: readonly Claim[]): string[] {
  return claims.map(({ id }) => id);
}

const NAMED = 8;

/** Which ones stay, and why. */
function othersWords(here: readonly Claim[], mine: readonly Claim[]): string {
  const others = here.filter((claim) => !mine.includes(claim)).map(({ number }) => `#${number}`);
  const rest = others.length - NAMED;
  const named = others.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return `${named} ${others.length === 1 ? 'stays' : 'stay'}: there is a verdict already, and only who marked it, who it is assigned to, or a lead can withdraw it then.`;
}

interface AssignManyProps {
  record: RecordState;
  claims: readonly Claim[];
  onAssign(add: number[], remove: number[], did: string): void;
}

/** Whoever is asked about all of them is asked no longer; everybody else is asked about each. */
function AssignMany({ record, claims, onAssign }: AssignManyProps) {
  const people = [...record.people.values()].filter(({ id }) => canJudge(record, id));
  return (
    <Menu
      label="Who is asked about the selected claims"
      trigger={
        <IconButton
          label="Assign"
          icon={<UserPlus size={15} aria-hidden />}
          isDisabled={claims.length === 0}
        />
      }
      onSelect={(key) => {
        const id = Number(key);
        const name = record.people.get(id)?.name ?? 'somebody';
        const asked = claims.every(({ assignees }) => assignees.includes(id));
        if (asked) onAssign([], [id], `no longer assigned to ${name}`);
        else onAssign([id], [], `assigned to ${name}`);
      }}
    >
      {people.map(({ id, name }) => {
        const count = claims.filter(({ assignees }) => assignees.includes(id)).length;
        return (
          <MenuItem
            key={id}
            id={String(id)}
            {...(count > 0 && {
              note:
                count === claims.length ? 'All of them: choose to take off' : `${count} of them`,
            })}
          >
            {name}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
