/** Makes an invitation link and shows it, this once. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { mayGrant } from '../../../domain/policy/workspace.ts';
import type { Role } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { useMe } from '../account/signed-in.tsx';
import { invite } from '../api/members.ts';
import styles from './members.module.css';
import { asRole, roleChoices } from './role-words.ts';

const lifetimes = [
  { id: '1', name: 'A day' },
  { id: '7', name: '7 days' },
  { id: '30', name: '30 days' },
] as const;

const uses = [
  { id: '1', name: 'One person' },
  { id: '5', name: '5 people' },
  { id: '25', name: '25 people' },
] as const;

export function InviteDialog({ document, onClose }: { document: string; onClose(): void }) {
  const [role, setRole] = useState<Role>('analyst');
  const [days, setDays] = useState<(typeof lifetimes)[number]['id']>('7');
  const [people, setPeople] = useState<(typeof uses)[number]['id']>('1');
  const me = useMe();
  // Whoever opens this leads the document.
  const actor = { person: me.person.id, role: 'lead', owner: me.owner } as const;
  const choices = roleChoices.filter(
    ({ id }) => mayGrant({ actor, person: null, from: null, to: id, toOwner: false }) === null,
  );
  const make = useMutation({
    mutationFn: () =>
      invite(document, { role, expiresInDays: Number(days), maxUses: Number(people) }),
  });

  if (make.data) {
    return (
      <Dialog title="Copy the link now" isOpen onClose={onClose} role="alertdialog">
        <p>
          Send it to whoever should join as {asRole(role)}. It is shown this once; it can be revoked
          as long as it stands.
        </p>
        <CopyField label="Invitation link" value={make.data.url} />
        <DialogActions>
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog title="Invite by link" isOpen onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Select label="They join as" choices={choices} value={role} onChange={setRole} />
        <div className={styles.pair}>
          <Select label="Good for" choices={uses} value={people} onChange={setPeople} />
          <Select label="Expires after" choices={lifetimes} value={days} onChange={setDays} />
        </div>
        {make.isError && <Notice tone="danger">{make.error.message}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={make.isPending}>
            Make the link
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
