/** Words of which the first lines are shown, with a button for the rest; and those that the record holds cut, read whole on demand. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isCut } from '../../../../domain/record/codec.ts';
import { classes } from '../../../ui/classes.ts';
import { useDesk } from '../desk-context.ts';
import styles from './clamped.module.css';
import { type LongWords, wholeQuery } from './revisions.ts';

export interface ClampedProps {
  as: 'blockquote' | 'p';
  /** At most so many are shown until somebody asks for more. */
  lines: 2 | 3 | 4;
  className?: string | undefined;
  children: ReactNode;
}

export function Clamped({ as: Tag, lines, className, children }: ClampedProps) {
  const words = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(false);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = words.current;
    if (!element || open) return;
    const measure = (): void => setOverflows(element.scrollHeight > element.clientHeight + 2);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [open, children]);
  return (
    <div className={styles.clamped}>
      <Tag
        ref={(element: HTMLElement | null) => {
          words.current = element;
        }}
        className={classes(className, styles.words, !open && styles.folded)}
        data-lines={lines}
      >
        {children}
      </Tag>
      {(overflows || open) && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Show less' : 'Show all'}
        </button>
      )}
    </div>
  );
}

export interface LongTextProps extends Omit<ClampedProps, 'children'> {
  words: LongWords;
}

export function LongText({ words, ...rest }: LongTextProps) {
  return isCut(words.words) ? (
    <CutText key={`${words.key} ${words.version}`} words={words} {...rest} />
  ) : (
    <Clamped {...rest}>{words.words}</Clamped>
  );
}

function CutText({ words, as: Tag, className }: LongTextProps) {
  const { id } = useDesk();
  const [asked, setAsked] = useState(false);
  const whole = useQuery({ ...wholeQuery(id, words), enabled: asked });
  const failed = whole.isError || whole.data === null;
  return (
    <div className={styles.clamped}>
      <Tag className={classes(className, styles.words)}>{whole.data ?? words.words}</Tag>
      {typeof whole.data !== 'string' && (
        <button
          type="button"
          className={styles.more}
          onClick={() => (failed ? void whole.refetch() : setAsked(true))}
        >
          {whole.isFetching ? 'Reading…' : failed ? 'Read all: try again' : 'Read all'}
        </button>
      )}
      {failed && (
        <span className={styles.failed} role="status">
          The rest cannot be read now. {whole.error?.message}
        </span>
      )}
    </div>
  );
}
