/** A card beside what it speaks of, one step at a time. The desk stays usable meanwhile; Esc or the cross ends it. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Modal';
import { Popover } from 'react-aria-components/Popover';
import { navigate } from 'wouter/use-browser-location';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Desk } from '../desk/desk-context.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { steps, type TourStep } from './steps.ts';
import styles from './tour.module.css';

export interface TourProps {
  desk: Desk;
  onEnd(): void;
}

/** In px: below it nothing that is pointed at has room for a card beside it. */
const NARROW = 1024;
export function Tour({ desk, onEnd }: TourProps) {
  const [at, setAt] = useState(0);
  const { shown, target, isLow } = useTarget(at, desk);
  const narrow = useNarrow(NARROW);
  const step = shown === null ? undefined : steps[shown];
  if (!step || shown === null) return null;
  const last = shown === steps.length - 1;
  return (
    <Popover
      key={shown}
      className={classes(styles.card, narrow && styles.sheet, narrow && isLow && styles.high)}
      triggerRef={target}
      placement={step.placement}
      offset={10}
      isOpen
      isNonModal
      // A click on the desk is part of trying it out and ends nothing; no more does the text that scrolls beneath it.
      shouldCloseOnInteractOutside={() => false}
      isKeyboardDismissDisabled
    >
      <AriaDialog
        className={styles.dialog ?? ''}
        aria-label={`Tour, step ${shown + 1} of ${steps.length}: ${step.title}`}
      >
        <EndsByEscape onEnd={onEnd}>
          <div className={styles.top}>
            <p className={styles.count}>
              {shown + 1} of {steps.length}
            </p>
            <IconButton label="End the tour" icon={<X size={14} aria-hidden />} onPress={onEnd} />
          </div>
          <h2 className={styles.title}>{step.title}</h2>
          <p className={styles.words}>{step.words}</p>
          <div className={styles.actions} data-keep-clear="">
            {shown > 0 && <Button onPress={() => setAt(shown - 1)}>Back</Button>}
            {last ? (
              <Button
                variant="primary"
                autoFocus
                onPress={() => {
                  onEnd();
                  navigate('/');
                }}
              >
                Choose a document to check
              </Button>
            ) : (
              <Button variant="primary" autoFocus onPress={() => setAt(shown + 1)}>
                Next
              </Button>
            )}
          </div>
        </EndsByEscape>
      </AriaDialog>
    </Popover>
  );
}

function EndsByEscape({ onEnd, children }: { onEnd(): void; children: ReactNode }) {
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    >
      {children}
    </div>
  );
}

/**
 * What the step points at, found once what it opens is on the screen, and
 * outlined while it lasts. Until then the card of the step before stays, so
 * that the keys go on meaning the tour.
 */
function useTarget(at: number, desk: Desk) {
  const target = useRef<Element | null>(null);
  const [shown, setShown] = useState<number | null>(null);
  /** It lies where a card at the foot of the window would cover it. */
  const [isLow, setLow] = useState(false);
  const open = useEffectEvent((step: TourStep) => step.open?.(desk));
  useEffect(() => {
    const step = steps[at];
    if (!step) return;
    open(step);
    let marked: Element | null = null;
    // Two frames: one for what was opened to be drawn, one for the text to scroll there.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const found = document.querySelector(step.target);
        marked = found && found.getClientRects().length > 0 ? found : null;
        marked?.scrollIntoView({ block: 'nearest' });
        marked?.setAttribute('data-toured', '');
        target.current = marked ?? document.querySelector('#text');
        setLow(marked !== null && marked.getBoundingClientRect().top > window.innerHeight / 2);
        setShown(at);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      marked?.removeAttribute('data-toured');
    };
  }, [at]);
  return { shown, target, isLow };
}
