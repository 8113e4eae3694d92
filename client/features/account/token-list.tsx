/** Access tokens: made here, shown once, revoked here. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/page.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { queryClient } from '../api/query-client.ts';
import { type AccessToken, revokeToken, tokensQuery } from '../api/tokens.ts';
import { roleName } from '../members/role-words.ts';
import styles from './account.module.css';
import { NewTokenDialog } from './new-token-dialog.tsx';

export function TokenList() {
  const tokens = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<AccessToken | null>(null);
  const revoke = useMutation({
    mutationFn: (token: AccessToken) => revokeToken(token.id),
    onSuccess: (_, token) => {
      notify({ text: `“${token.name}” opens nothing any more.` });
      return queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
  return (
    <Section
      title="Access tokens"
      note="For scripts, the command line and other editors. A token acts as you, up to the role you give it."
      actions={
        <Button icon={<Plus size={14} aria-hidden />} onPress={() => setMaking(true)}>
          New token
        </Button>
      }
    >
      {tokens.isPending && <Skeleton lines={2} />}
      {tokens.isError && (
        <ErrorState title="Your tokens could not be read" onRetry={() => void tokens.refetch()}>
          {tokens.error.message}
        </ErrorState>
      )}
      {tokens.data?.length === 0 && <p className={styles.none}>No tokens yet.</p>}
      {tokens.data !== undefined && tokens.data.length > 0 && (
        <ul className={styles.rows}>
          {tokens.data.map((token) => (
            <li key={token.id} className={styles.row}>
              <div>
                <p className={styles.name}>
                  {token.name}
                  <Chip>up to {roleName(token.role).toLowerCase()}</Chip>
                </p>
                <p className={styles.detail}>
                  expires <When at={token.expiresAt} /> ·{' '}
                  {token.lastUsedAt === null ? (
                    'never used'
                  ) : (
                    <>
                      last used <When at={token.lastUsedAt} />
                    </>
                  )}
                </p>
              </div>
              <Button
                variant="quiet"
                aria-label={`Revoke ${token.name}`}
                onPress={() => setRevoking(token)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      {making && <NewTokenDialog onClose={() => setMaking(false)} />}
      <ConfirmDialog
        title="Revoke this token?"
        isOpen={revoking !== null}
        onClose={() => setRevoking(null)}
        action="Revoke"
        danger
        onConfirm={async () => {
          if (revoking) await revoke.mutateAsync(revoking);
        }}
      >
        <p>
          Whatever uses “{revoking?.name}” is shut out at once. This cannot be undone; a new token
          can be made.
        </p>
      </ConfirmDialog>
    </Section>
  );
}
