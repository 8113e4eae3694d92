/** Who else is here, and what they look at. */
import { Button as AriaButton } from 'react-aria-components/Button';
import { Avatar } from '../../../ui/avatar.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './desk-header.module.css';
import { type Here, usePresence } from './use-presence.ts';

const MOST = 5;

export function PeopleHere() {
  const { live, open } = useDesk();
  const { claims } = useRecord();
  const others = usePresence(live).filter(({ id }) => id !== live.session.person.id);
  if (others.length === 0) return null;

  function words({ name, claim, writing }: Here): string {
    const number = claim === null ? undefined : claims.get(claim)?.number;
    if (number === undefined) return name;
    return `${name}, ${writing ? 'writing on' : 'on'} #${number}`;
  }

  return (
    <ul className={styles.people} aria-label="Who else is here">
      {others.slice(0, MOST).map((person) => (
        <li key={person.id}>
          <Tooltip text={words(person)}>
            <AriaButton
              className={styles.person ?? ''}
              aria-label={words(person)}
              onPress={() => {
                // To where they are.
                if (person.claim !== null && claims.has(person.claim)) open(person.claim, 'list');
              }}
            >
              <Avatar person={person} decorative />
            </AriaButton>
          </Tooltip>
        </li>
      ))}
      {others.length > MOST && <li className={styles.more}>+{others.length - MOST}</li>}
    </ul>
  );
}
