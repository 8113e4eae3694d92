/** Who else has this claim open now, and that (not what) they write. */
import type { Claim } from '../../../../domain/record/claim.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { useDesk } from '../desk-context.ts';
import { type Here, usePresence } from '../header/use-presence.ts';
import styles from './claim-panel.module.css';

export function AlsoHere({ claim }: { claim: Claim }) {
  const { live } = useDesk();
  const me = live.session.person.id;
  const others = usePresence(live).filter((here) => here.claim === claim.id && here.id !== me);
  if (others.length === 0) return null;
  return (
    <p className={styles.also}>
      {others.map((here) => (
        <Avatar key={here.id} person={here} decorative />
      ))}
      <span>{wordsOf(others)}</span>
    </p>
  );
}

function wordsOf(others: readonly Here[]): string {
  const writing = others.filter((here) => here.writing);
  const reading = others.filter((here) => !here.writing);
  return [
    reading.length > 0 && `${namesOf(reading)} ${reading.length > 1 ? 'have' : 'has'} this open`,
    writing.length > 0 &&
      `${namesOf(writing)} ${writing.length > 1 ? 'are' : 'is'} writing a verdict`,
  ]
    .filter(Boolean)
    .join('; ');
}

function namesOf(people: readonly Here[]): string {
  return people.map(({ name }) => name).join(', ');
}
