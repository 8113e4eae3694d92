/** The claim itself: number, stage, quote, the question, who said it; and what can be done to it. */
import { ChevronDown, ChevronUp, Ellipsis, X } from 'lucide-react';
import { stageOf } from '../../../../domain/derive/stage.ts';
import { checksWords, stageWords } from '../../../../domain/derive/words.ts';
import { mayAssign, mayRestate } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { Chip } from '../../../ui/chip.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { notify } from '../../../ui/toast.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { AssignMenu } from './assign-menu.tsx';
import { anchoredPlace } from './anchored-place.ts';
import styles from './claim-panel.module.css';
import { RestateDialog } from './restate-dialog.tsx';

export function ClaimHead({ claim, onClose }: { claim: Claim; onClose?: () => void }) {
  const desk = useDesk();
  const { anchors, shown, open, give, live, editor, form, setForm } = desk;
  const record = useRecord();
  const stage = stageOf(record, claim, anchors.get(claim.id));
  const at = shown.indexOf(claim.id);
  const refused = mayRestate(record, claim, { actor: live.store.me.id, role: live.store.me.role });
  const names = claim.assignees.map((id) => record.people.get(id)?.name ?? 'somebody').join(', ');

  function run(what: string): void {
    const { id: claimId, version } = claim;
    if (what === 'withdraw') void give('claim.withdraw', { claimId, reason: '' });
    else if (what === 'restore') void give('claim.restore', { claimId });
    else if (what === 'restate') setForm({ name: 'restate' });
    else if (what === 'rerange') {
      const found = editor?.place();
      if (!found) return;
      if ('code' in found)
        return notify({ text: 'Select the words in the text first, then change the range.' });
      const from = anchoredPlace(live.text, claimId);
      void give('claim.rerange', { claimId, version, place: found.place, ...(from && { from }) });
      editor?.clearSelection();
    }
  }

  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2 className={styles.number}>#{claim.number}</h2>
        {at >= 0 && (
          <span className={styles.position}>
            {at + 1} of {shown.length}
          </span>
        )}
        <Chip>{claim.withdrawn ? 'Withdrawn' : stageWords[stage]}</Chip>
        <span className={styles.push} />
        <IconButton
          label="Previous claim"
          shortcut="k"
          icon={<ChevronUp size={16} aria-hidden />}
          isDisabled={at <= 0}
          onPress={() => open(shown[at - 1] ?? claim.id, 'key')}
        />
        <IconButton
          label="Next claim"
          shortcut="j"
          icon={<ChevronDown size={16} aria-hidden />}
          isDisabled={at < 0 || at >= shown.length - 1}
          onPress={() => open(shown[at + 1] ?? claim.id, 'key')}
        />
        <Menu
          label={`Actions on claim ${claim.number}`}
          trigger={<IconButton label="More" icon={<Ellipsis size={16} aria-hidden />} />}
          onSelect={run}
        >
          <MenuItem id="restate" shortcut="e" isDisabled={refused !== null}>
            Restate…
          </MenuItem>
          <MenuItem
            id="rerange"
            isDisabled={refused !== null}
            note="To what is selected in the text"
          >
            Change the range
          </MenuItem>
          {claim.withdrawn ? (
            <MenuItem id="restore" isDisabled={refused !== null}>
              Restore
            </MenuItem>
          ) : (
            <MenuItem id="withdraw" danger isDisabled={refused !== null}>
              Withdraw
            </MenuItem>
          )}
        </Menu>
        {onClose && (
          <IconButton
            label="Close the claim"
            icon={<X size={16} aria-hidden />}
            onPress={onClose}
          />
        )}
      </div>
      <blockquote className={styles.quote}>{claim.quote.exact}</blockquote>
      <div className={styles.checks}>
        <span className={styles.term}>Checks</span>
        <ToggleGroup
          label="What is checked"
          value={claim.checks}
          onChange={(checks) =>
            void give('claim.restate', {
              claimId: claim.id,
              version: claim.version,
              changes: { checks },
              seen: { checks: claim.checks },
            })
          }
          isDisabled={refused !== null || claim.withdrawn !== null}
          choices={[
            { id: 'said', name: checksWords.said },
            { id: 'content', name: checksWords.content },
          ]}
        />
      </div>
      <dl className={styles.details}>
        <Detail term="Restated" value={claim.restatement} />
        <Detail
          term="Claimant"
          value={[claim.claimant, claim.date?.edtf].filter(Boolean).join(' · ')}
        />
        <div>
          <dt>Assigned</dt>
          <dd>
            {names || <span className={styles.none}>Nobody by name</span>}
            {mayAssign(live.store.me.role) === null && !claim.withdrawn && (
              <AssignMenu claim={claim} />
            )}
          </dd>
        </div>
      </dl>
      {form?.name === 'restate' && <RestateDialog claim={claim} />}
    </header>
  );
}

function Detail({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value || <span className={styles.none}>–</span>}</dd>
    </div>
  );
}
