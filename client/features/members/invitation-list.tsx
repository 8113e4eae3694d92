/** Links that let people in, and what is left of them. */
import { useMutation } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { notify } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { type Invitation, type Member, membersQuery, revokeInvitation } from '../api/members.ts';
import { queryClient } from '../api/query-client.ts';
import { InviteDialog } from './invite-dialog.tsx';
import styles from './members.module.css';
import { asRole } from './role-words.ts';

export interface InvitationListProps {
  document: string;
  membership: { members: readonly Member[]; invitations: readonly Invitation[] };
}

export function InvitationList({
  document,
  membership: { members, invitations },
}: InvitationListProps) {
  const [inviting, setInviting] = useState(false);
  const refresh = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: membersQuery(document).queryKey });
  const revoke = useMutation({
    mutationFn: (id: string) => revokeInvitation(document, id),
    onSuccess: () => {
      notify({ text: 'The invitation opens nothing any more. Who came in by it stays.' });
      return refresh();
    },
  });

  return (
    <Section
      title="Invitations"
      note="Whoever has such a link can join, with an account of their own."
      actions={
        <Button
          variant="primary"
          icon={<Link2 size={14} aria-hidden />}
          onPress={() => setInviting(true)}
        >
          Invite by link
        </Button>
      }
    >
      {revoke.isError && (
        <Notice tone="danger">The invitation still stands. {revoke.error.message}</Notice>
      )}
      {invitations.length === 0 && <p className={styles.none}>No open invitations.</p>}
      {invitations.length > 0 && (
        <ul className={styles.rows}>
          {invitations.map((invitation) => (
            <li key={invitation.id} className={styles.row}>
              <div className={styles.who}>
                <p className={styles.name}>Join as {asRole(invitation.role)}</p>
                <p className={styles.detail}>
                  {usesWords(invitation)} · expires <When at={invitation.expiresAt} />
                  {maker(invitation, members)}
                </p>
              </div>
              <Button
                variant="quiet"
                aria-label={`Revoke the invitation to join as ${asRole(invitation.role)}`}
                isDisabled={revoke.isPending}
                onPress={() => revoke.mutate(invitation.id)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      {inviting && (
        <InviteDialog
          document={document}
          onClose={() => {
            setInviting(false);
            void refresh();
          }}
        />
      )}
    </Section>
  );
}

function usesWords({ uses, maxUses }: Invitation): string {
  if (maxUses === null) return `used ${uses} times, no limit`;
  return maxUses === 1 ? 'good for one person, not used yet' : `${uses} of ${maxUses} uses`;
}

function maker({ createdBy }: Invitation, members: readonly Member[]): string {
  const name = members.find(({ person }) => person.id === createdBy)?.person.name;
  return name === undefined ? '' : ` · made by ${name}`;
}
