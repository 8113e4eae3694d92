/** Asks people for a verdict, or no longer: type a name, Enter ticks it. */
import { Check, UserPlus } from 'lucide-react';
import { useRef } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Menu, MenuItem, Popover } from 'react-aria-components/Menu';
import { Input, SearchField } from 'react-aria-components/SearchField';
import { canJudge } from '../../../../domain/derive/standing.ts';
import { mayAssign } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import field from '../../../ui/field.module.css';
import { IconButton } from '../../../ui/icon-button.tsx';
import popover from '../../../ui/popover.module.css';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { useTouch } from '../../../ui/use-narrow.ts';
import styles from './claim-panel.module.css';
import { useForm } from './use-form.ts';

export function AssignPopover({ claim }: { claim: Claim }) {
  const { give, live, setForm } = useDesk();
  const record = useRecord();
  const button = useRef<HTMLButtonElement>(null);
  const touch = useTouch();
  const { contains } = useFilter({ sensitivity: 'base' });
  const withdrawn = claim.withdrawn ? 'This claim was withdrawn. Restore it first.' : null;
  const refused = withdrawn ?? mayAssign(live.store.me.role)?.reason ?? null;
  const isOpen = useForm('assign', refused) !== null;
  const people = [...record.people.values()]
    .filter(({ id }) => canJudge(record, id))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  if (refused !== null) return null;

  function assign(asked: readonly number[]): void {
    void give(
      'claim.assign',
      {
        claimId: claim.id,
        add: asked.filter((id) => !claim.assignees.includes(id)),
        // Only people that are shown: others were asked while they could judge.
        remove: claim.assignees.filter(
          (id) => !asked.includes(id) && people.some((person) => person.id === id),
        ),
      },
      // The tick says so, and the list is still open.
      { quiet: true },
    );
  }

  return (
    <>
      <IconButton
        ref={button}
        label="Assign"
        shortcut={hintOf('assign')}
        className={styles.inRow ?? ''}
        icon={<UserPlus size={14} aria-hidden />}
        onPress={() => setForm({ name: 'assign' })}
      />
      <Popover
        className={popover.popover ?? ''}
        triggerRef={button}
        placement="bottom end"
        offset={4}
        isOpen={isOpen}
        onOpenChange={(open) => setForm(open ? { name: 'assign' } : null)}
        aria-label={`Who is asked about claim ${claim.number}`}
      >
        <Autocomplete filter={contains}>
          <SearchField autoFocus={!touch} aria-label="Name" className={styles.find ?? ''}>
            <Input className={field.input ?? ''} placeholder="Name" />
          </SearchField>
          <Menu
            aria-label="People"
            className={popover.list ?? ''}
            selectionMode="multiple"
            // It closes the list; by default it would first untick everybody.
            escapeKeyBehavior="none"
            selectedKeys={claim.assignees.map(String)}
            renderEmptyState={() => (
              <p className={styles.nobody}>Nobody of this name can judge here.</p>
            )}
            onSelectionChange={(keys) =>
              assign(
                people
                  .filter(({ id }) => keys === 'all' || keys.has(String(id)))
                  .map(({ id }) => id),
              )
            }
          >
            {people.map(({ id, name }) => (
              <MenuItem key={id} id={String(id)} textValue={name} className={popover.item ?? ''}>
                {({ isSelected }) => (
                  <>
                    <span className={popover.words}>{name}</span>
                    <span className={popover.end}>
                      {isSelected && <Check size={14} aria-hidden />}
                    </span>
                  </>
                )}
              </MenuItem>
            ))}
          </Menu>
        </Autocomplete>
      </Popover>
    </>
  );
}
