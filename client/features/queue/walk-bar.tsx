/** Above the claim while one goes through the queue: where one stands, and the way on. */
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { Link } from 'wouter';
import { buttonClass } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { hintOf } from '../actions/list.ts';
import type { QueueWalk } from './use-walk.ts';
import styles from './walk-bar.module.css';

export function WalkBar({ walk }: { walk: QueueWalk }) {
  if (!walk.isWalking) return null;
  return (
    <nav aria-label="Your queue" className={styles.bar}>
      <Link href="/queue" className={styles.where}>
        {walk.place ? `Queue: ${walk.place.at} of ${walk.place.of}` : 'Your queue'}
      </Link>
      {walk.isDone ? (
        <span className={styles.done} role="status">
          Nothing else waits.{' '}
          <Link href="/queue" className={buttonClass('quiet')}>
            Done for now
          </Link>
        </span>
      ) : (
        <span className={styles.steps}>
          <IconButton
            label="Previous that waits for you"
            shortcut={hintOf('queue-previous')}
            icon={<ChevronLeft size={16} aria-hidden />}
            onPress={() => walk.go(-1)}
          />
          <IconButton
            label="Next that waits for you"
            shortcut={hintOf('queue-next')}
            icon={<ChevronRight size={16} aria-hidden />}
            onPress={() => walk.go(1)}
          />
        </span>
      )}
      <IconButton
        label="Leave the queue, stay at this claim"
        icon={<X size={14} aria-hidden />}
        onPress={walk.end}
      />
    </nav>
  );
}
