/** Makes an access token and shows it, this once. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Role } from '../../../domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { queryClient } from '../api/query-client.ts';
import { createToken, tokensQuery } from '../api/tokens.ts';
import { roleChoices } from '../members/role-words.ts';
import styles from './account.module.css';

const lifetimes = [
  { id: '7', name: '7 days' },
  { id: '30', name: '30 days' },
  { id: '90', name: '90 days' },
  { id: '365', name: 'A year' },
] as const;

export function NewTokenDialog({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('');
  const [days, setDays] = useState<(typeof lifetimes)[number]['id']>('30');
  const [role, setRole] = useState<Role>('viewer');
  const make = useMutation({
    mutationFn: () => createToken({ name: name.trim(), expiresInDays: Number(days), role }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });

  if (make.data) {
    return (
      <Dialog title="Copy your token now" isOpen onClose={onClose} role="alertdialog">
        <p>It is shown this once: only a fingerprint of it is kept. Treat it like a password.</p>
        <CopyField label="Access token" value={make.data.token} />
        <DialogActions>
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog title="New access token" isOpen onClose={onClose}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextField
          label="Name"
          hint="What it is for, so that you know later which one to revoke."
          placeholder="Nightly export"
          value={name}
          onChange={setName}
          maxLength={100}
          isRequired
          autoFocus
        />
        <div className={styles.pair}>
          <Select label="May do as much as" choices={roleChoices} value={role} onChange={setRole} />
          <Select label="Works for" choices={lifetimes} value={days} onChange={setDays} />
        </div>
        {make.isError && <Notice tone="danger">{make.error.message}</Notice>}
        <DialogActions>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isPending={make.isPending}>
            Make the token
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
