/** One claim in the list: number, quote, where it stands, best grades, how many have judged, who is asked, who has it open. */
import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { type MouseEvent, type PointerEvent, useRef } from 'react';
import { flagWords, priorityWords } from '../../../../domain/derive/words.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { classes } from '../../../ui/classes.ts';
import type { Other } from './others.ts';
import styles from './claim-list.module.css';
import type { ClaimRow } from './claim-row.ts';
import { excerptOf, matches, partsOf } from './search.ts';

export interface ClaimItemProps {
  row: ClaimRow;
  terms: readonly string[];
  /** Who else has it open. */
  others: readonly Other[];
  assigned: readonly Other[];
  position: number;
  of: number;
  isCurrent: boolean;
  isPicked: boolean;
  /** Whether any claim is selected: each then shows whether it is. */
  picking: boolean;
  /** What this and the following ones are, above the first of them. */
  heading: string | null;
  top: number;
  height: number;
  onTake(event: MouseEvent): void;
  onPick(): void;
}

const MOST_FACES = 3;

export function ClaimItem(props: ClaimItemProps) {
  const { row, terms, others, position, of, isCurrent, isPicked, picking, top, height } = props;
  const { claim } = row;
  const hold = useLongPress(props.onPick);
  return (
    <>
      {props.heading !== null && (
        <div className={styles.group} style={{ transform: `translateY(${top}px)` }} aria-hidden>
          {props.heading}
        </div>
      )}
      {/* Reached and worked by the keyboard through the list around it. */}
      <div
        id={`claim-${claim.number}`}
        role="option"
        aria-selected={picking ? isPicked : isCurrent}
        aria-current={isCurrent || undefined}
        aria-posinset={position}
        aria-setsize={of}
        className={classes(
          styles.row,
          isCurrent && styles.current,
          picking && styles.picking,
          isPicked && styles.picked,
          claim.withdrawn && styles.gone,
        )}
        style={{ height, transform: `translateY(${top}px)` }}
        {...hold.handlers}
        onClick={(event) => {
          // A finger that picks goes on picking.
          if (hold.wasHeld()) return;
          if (picking && hold.byTouch()) props.onPick();
          else props.onTake(event);
        }}
      >
        <span className={styles.number}>
          {row.unread > 0 && (
            <span className={styles.unread} title={newWords(row.unread)} aria-hidden="true" />
          )}
          <span className="visually-hidden">Claim </span>
          <Marked words={String(claim.number)} terms={numbersOf(terms)} />
          {others.length > 0 && (
            <Faces people={others} words="open for" className={styles.others} />
          )}
        </span>
        <span
          className={styles.pick}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            props.onPick();
          }}
        >
          {isPicked && <Check size={12} strokeWidth={3} />}
        </span>
        <Quote row={row} terms={terms} />
        <Facts row={row} assigned={props.assigned} />
        <Labels row={row} terms={terms} />
      </div>
    </>
  );
}

/** Where the words were found elsewhere than in the quote, the list says where. */
function Quote({ row, terms }: { row: ClaimRow; terms: readonly string[] }) {
  const { quote, restatement, short, claimant } = row.claim;
  const inQuote = terms.some((term) => matches(row.words.slice(0, quote.exact.length), [term]));
  const elsewhere =
    terms.length === 0 || inQuote
      ? undefined
      : [
          ['restated', restatement] as const,
          ['short', short] as const,
          ['claimant', claimant] as const,
        ].find(([, words]) => partsOf(words, terms).some(({ found }) => found));
  return (
    <span dir="auto" className={classes(styles.quote, elsewhere && styles.oneLine)}>
      <Marked words={excerptOf(quote.exact, terms)} terms={terms} />
      {elsewhere && (
        <span className={styles.elsewhere}>
          <span className={styles.where}>{elsewhere[0]}: </span>
          <Marked words={excerptOf(elsewhere[1], terms)} terms={terms} />
        </span>
      )}
    </span>
  );
}

function Marked({ words, terms }: { words: string; terms: readonly string[] }) {
  if (terms.length === 0) return words;
  return partsOf(words, terms).map(({ words: part, found }, index) =>
    // Parts have nothing but their place.
    found ? <mark key={index}>{part}</mark> : part,
  );
}

/** Of a search for `#12`, what stands in the number's place. */
function numbersOf(terms: readonly string[]): readonly string[] {
  return terms.flatMap((term) => (/^#\d+$/.test(term) ? [term.slice(1)] : []));
}

function Facts({ row, assigned }: { row: ClaimRow; assigned: readonly Other[] }) {
  const { hue, stage, standing, grades, judged, unread } = row;
  return (
    <span className={styles.facts}>
      <span
        className={classes(styles.dot, hue === null && styles[stage])}
        data-rating={hue ?? undefined}
        aria-hidden="true"
      />
      <span className={styles.standing}>{standing}</span>
      <span>{grades}</span>
      <span>
        {judged}
        <span className="visually-hidden"> judged</span>
      </span>
      {unread > 0 && <span className="visually-hidden">{newWords(unread)}</span>}
      {assigned.length > 0 && (
        <Faces people={assigned} words="assigned to" className={styles.assigned} />
      )}
    </span>
  );
}

function newWords(unread: number): string {
  return `${unread} new ${unread === 1 ? 'comment' : 'comments'}`;
}

function Labels({ row, terms }: { row: ClaimRow; terms: readonly string[] }) {
  const { claim, told } = row;
  const { priority, tags } = claim;
  if (told.length === 0 && tags.length === 0 && priority === 'normal') return null;
  return (
    <span className={styles.labels}>
      {priority !== 'normal' && (
        <span className={styles.priority}>
          {priority === 'high' ? (
            <ArrowUp size={11} aria-hidden />
          ) : (
            <ArrowDown size={11} aria-hidden />
          )}
          {priorityWords[priority]}
          <span className="visually-hidden"> priority</span>
        </span>
      )}
      {told.map((flag) => (
        <span key={flag} className={styles.flag}>
          {flagWords[flag]}
        </span>
      ))}
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          <Marked words={tag} terms={terms} />
        </span>
      ))}
    </span>
  );
}

interface FacesProps {
  people: readonly Other[];
  /** What they have to do with it, before their names. */
  words: string;
  className: string | undefined;
}

function Faces({ people, words, className }: FacesProps) {
  const names = people.map(({ name }) => name).join(', ');
  return (
    <span className={className} title={`${words} ${names}`}>
      {people.slice(0, MOST_FACES).map((person) => (
        <Avatar key={person.id} person={person} decorative />
      ))}
      {people.length > MOST_FACES && (
        <span className={styles.more}>+{people.length - MOST_FACES}</span>
      )}
      <span className="visually-hidden">
        {words} {names}
      </span>
    </span>
  );
}

/** A finger that stays this long picks, in ms. */
const HELD = 500;
/** One that moves further than this scrolls, in px. */
const STILL = 10;

function useLongPress(onHold: () => void) {
  const press = useRef({ timer: 0, x: 0, y: 0, held: false, touch: false });
  const end = (): void => window.clearTimeout(press.current.timer);
  return {
    wasHeld: () => press.current.held,
    byTouch: () => press.current.touch,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        const { clientX: x, clientY: y, pointerType } = event;
        press.current = { timer: 0, x, y, held: false, touch: pointerType === 'touch' };
        if (pointerType !== 'touch') return;
        press.current.timer = window.setTimeout(() => {
          press.current.held = true;
          onHold();
        }, HELD);
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        const { x, y } = press.current;
        if (Math.abs(clientX - x) > STILL || Math.abs(clientY - y) > STILL) end();
      },
      onPointerUp: end,
      onPointerCancel: end,
      onContextMenu: (event: MouseEvent) => {
        if (press.current.touch) event.preventDefault();
      },
    },
  };
}
