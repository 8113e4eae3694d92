/** The members with their roles; whoever leads changes them here. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { mayGrant } from '../../../domain/policy/workspace.ts';
import type { Role } from '../../../domain/role.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { notify } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { useMe } from '../account/signed-in.tsx';
import type { DocumentRow } from '../api/documents.ts';
import type { Me } from '../api/session.ts';
import { changeRole, type Member, membersQuery, removeMember } from '../api/members.ts';
import { queryClient } from '../api/query-client.ts';
import styles from './members.module.css';
import { asRole, roleChoices, roleName } from './role-words.ts';

export function MemberList({
  document,
  members,
}: {
  document: DocumentRow;
  members: readonly Member[];
}) {
  const me = useMe();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const refresh = (): Promise<unknown> =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: membersQuery(document.id).queryKey }),
      queryClient.invalidateQueries({ queryKey: ['documents'] }),
    ]);

  const change = useMutation({
    mutationFn: ({ member, role }: { member: Member; role: Role }) =>
      changeRole(document.id, member.person.id, role),
    onSuccess: async (_, { member, role }) => {
      notify({ text: `${member.person.name} is ${asRole(role)} from now on.` });
      await refresh();
    },
  });

  async function remove(member: Member): Promise<void> {
    await removeMember(document.id, member.person.id);
    notify({ text: `${member.person.name} has left “${document.title}”. What they wrote stays.` });
    if (member.person.id !== me.person.id) {
      await refresh();
      return;
    }
    // The list of members is closed to whoever has left: go, and ask only for the documents.
    navigate('/');
    await queryClient.invalidateQueries({ queryKey: ['documents'] });
  }

  return (
    <Section
      title="Members"
      note={document.role === 'lead' && 'A new role takes hold at once, for open pages as well.'}
    >
      {change.isError && (
        <Notice tone="danger">The role is as it was. {change.error.message}</Notice>
      )}
      <ul className={styles.rows}>
        {members.map((member) => {
          const self = member.person.id === me.person.id;
          const may = (to: Role | null): boolean => mayChange(me, document, member, to);
          const choices = roleChoices.filter(({ id }) => id === member.role || may(id));
          return (
            <li key={member.person.id} className={styles.row}>
              <Avatar person={member.person} decorative />
              <div className={styles.who}>
                <p className={styles.name}>
                  {member.person.name}
                  {self && <Chip tone="accent">You</Chip>}
                </p>
                <p className={styles.detail}>
                  joined <When at={member.joinedAt} />
                </p>
              </div>
              {choices.length > 1 ? (
                <Select
                  label={`Role of ${member.person.name}`}
                  hideLabel
                  className={styles.role ?? ''}
                  choices={choices}
                  value={member.role}
                  onChange={(role) => {
                    if (role !== member.role) change.mutate({ member, role });
                  }}
                />
              ) : (
                <Chip>{roleName(member.role)}</Chip>
              )}
              {may(null) && (
                <Button
                  variant="quiet"
                  aria-label={self ? 'Leave this document' : `Remove ${member.person.name}`}
                  onPress={() => setLeaving(member)}
                >
                  {self ? 'Leave' : 'Remove'}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        title={
          leaving?.person.id === me.person.id
            ? 'Leave this document?'
            : `Remove ${leaving?.person.name ?? ''}?`
        }
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        action={leaving?.person.id === me.person.id ? 'Leave' : 'Remove'}
        danger
        onConfirm={async () => {
          if (leaving) await remove(leaving);
        }}
      >
        <p>
          Access ends at once. Verdicts, evidence and comments stay with their author’s name. To
          come back, an invitation is needed.
        </p>
      </ConfirmDialog>
    </Section>
  );
}

/** What the server will say: it asks the same function. */
function mayChange(me: Me, document: DocumentRow, member: Member, to: Role | null): boolean {
  const { id } = member.person;
  const refusal = mayGrant({
    actor: { person: me.person.id, role: document.role, owner: me.owner },
    person: id,
    from: member.role,
    to,
    // Another owner than oneself is a lead, whom nobody but the owner can change.
    toOwner: me.owner && id === me.person.id,
  });
  return refusal === null;
}
