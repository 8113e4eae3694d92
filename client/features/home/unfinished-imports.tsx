/** Imports that were looked at and not finished: to go on with, or to discard. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Link } from 'wouter';
import type { ImportDraft } from '../../../domain/import/preview.ts';
import { useNow } from '../../ui/clock.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { relativeTime } from '../../ui/time-words.ts';
import { notify } from '../../ui/toast.tsx';
import { discardDraft, draftsQuery } from '../api/imports.ts';
import { queryClient } from '../api/query-client.ts';
import styles from './import-zone.module.css';

export function UnfinishedImports() {
  const drafts = useQuery(draftsQuery);
  if (!drafts.data || drafts.data.length === 0) return null;
  return (
    <ul className={styles.jobs} aria-label="Unfinished imports">
      {drafts.data.map((draft) => (
        <Unfinished key={draft.id} draft={draft} />
      ))}
    </ul>
  );
}

function Unfinished({ draft: { id, name, expiresAt } }: { draft: ImportDraft }) {
  const now = useNow();
  const discard = useMutation({
    mutationFn: () => discardDraft(id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['imports'] }),
    onError: (error) => notify({ text: error.message }),
  });
  return (
    <li className={styles.job}>
      <bdi className={styles.name}>{name}</bdi>
      <span className={styles.state}>Not finished · goes {relativeTime(expiresAt, now)}</span>
      <Link href={`/import/${id}`} aria-label={`Go on with ${name}`}>
        Go on
      </Link>
      <IconButton
        label={`Discard ${name}`}
        icon={<X size={14} aria-hidden />}
        isDisabled={discard.isPending}
        onPress={() => discard.mutate()}
      />
    </li>
  );
}
