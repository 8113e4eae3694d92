/** Says of the finished example that it is one. */
import { GraduationCap } from 'lucide-react';
import { TourLink } from '../../tour/tour-link.tsx';
import { useDesk } from '../desk-context.ts';
import styles from './text-pane.module.css';

export function ExampleBanner() {
  const { id } = useDesk();
  return (
    <div className={styles.lock} role="note">
      <GraduationCap size={14} aria-hidden />
      <span>
        This is a finished example, and all of it is invented. Look around, try things out.{' '}
        <TourLink here={id} />
      </span>
    </div>
  );
}
