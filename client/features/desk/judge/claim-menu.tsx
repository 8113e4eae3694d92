/** What can be done to a claim beside judging it. */
import { Ellipsis } from 'lucide-react';
import { checksWords } from '../../../../domain/derive/words.ts';
import { mayRestate } from '../../../../domain/policy/document.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { isRefusal } from '../../../../domain/refusal.ts';
import { atLeast } from '../../../../domain/role.ts';
import { newId } from '../../../store/new-id.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { anchoredPlace } from './anchored-place.ts';
import { otherQuestion, twinOf } from './twin.ts';
import { useRerange } from './use-rerange.ts';

export function ClaimMenu({ claim }: { claim: Claim }) {
  const { id, give, say, open, live, anchors, setForm } = useDesk();
  const rerange = useRerange();
  const record = useRecord();
  const { id: actor, role } = live.store.me;
  const refused = mayRestate(record, claim, { actor, role });
  const withdrawn = claim.withdrawn !== null;
  const removed = anchors.get(claim.id) === 'removed';
  const twin = twinOf(record, claim);
  const off = { isDisabled: refused !== null, ...(refused && { note: refused.reason }) };

  const actions: Readonly<Record<string, () => void>> = {
    withdraw: () => void give('claim.withdraw', { claimId: claim.id, reason: '' }),
    restore: () => void give('claim.restore', { claimId: claim.id }),
    restate: () => setForm({ name: 'restate' }),
    merge: () => setForm({ name: 'merge' }),
    split: () => setForm({ name: 'split' }),
    connect: () => setForm({ name: 'link' }),
    unlink: () => void give('claim.unlink', { claimId: claim.id }),
    rerange: () => rerange(claim),
    twin() {
      const place = anchoredPlace(live.text, claim.id);
      if (!place) return;
      const claimId = newId();
      const checks = otherQuestion[claim.checks];
      void give('claim.mark', { claimId, place, checks, twin: claim.id }).then((result) => {
        if (!isRefusal(result)) open(claimId, 'text');
      });
    },
    async link() {
      const address = new URL(`/d/${id}/c/${claim.number}`, location.href).href;
      try {
        await navigator.clipboard.writeText(address);
        say('Link copied.');
      } catch {
        // Without TLS there is no clipboard.
        say(address);
      }
    },
  };

  return (
    <Menu
      label={`Actions on claim ${claim.number}`}
      trigger={<IconButton label="More" icon={<Ellipsis size={16} aria-hidden />} />}
      onSelect={(what) => actions[what]?.()}
    >
      <MenuItem id="link">Copy a link to this claim</MenuItem>
      {atLeast(role, 'analyst') && (
        <>
          <MenuSeparator />
          {!withdrawn && (
            <>
              <MenuItem id="restate" shortcut={hintOf('restate')} {...off}>
                Restate…
              </MenuItem>
              <MenuItem
                id="rerange"
                isDisabled={refused !== null}
                note={refused?.reason ?? 'To the words that are selected in the text'}
              >
                Change the range
              </MenuItem>
              {!twin && (
                <MenuItem
                  id="twin"
                  isDisabled={removed}
                  note={`A second claim, linked with this one: ${checksWords[otherQuestion[claim.checks]]}`}
                >
                  Check the other question too
                </MenuItem>
              )}
              {/* Each in a place of its own: an item of a menu cannot become another. */}
              {twin && (
                <MenuItem id="unlink" {...off}>
                  {`Unlink from #${twin.number}`}
                </MenuItem>
              )}
              {!twin && (
                <MenuItem id="connect" {...off}>
                  Link with a claim…
                </MenuItem>
              )}
              <MenuItem id="merge" {...off}>
                Merge into another claim…
              </MenuItem>
              <MenuItem
                id="split"
                isDisabled={refused !== null || removed}
                note={
                  refused?.reason ?? 'At the words that are selected in the text, or by sentence'
                }
              >
                Split…
              </MenuItem>
              <MenuSeparator />
              <MenuItem id="withdraw" danger {...off}>
                Withdraw
              </MenuItem>
            </>
          )}
          {withdrawn && (
            <MenuItem id="restore" {...off}>
              Restore
            </MenuItem>
          )}
        </>
      )}
    </Menu>
  );
}
