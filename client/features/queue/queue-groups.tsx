/** The rows of the queue under their headings; a row opens its claim and begins the walk from there. */
import { useRef } from 'react';
import { Link } from 'wouter';
import { Chip } from '../../ui/chip.tsx';
import { useRowArrows } from '../../ui/use-row-arrows.ts';
import { When } from '../../ui/when.tsx';
import type { QueueItem, QueueTask, QueueView } from '../api/queue.ts';
import styles from './queue.module.css';
import { addressOf, askedWords, kindWords } from './task-words.ts';
import { useRowActions } from './use-row-actions.ts';
import { stopOf } from './use-walk.ts';
import { keepWalk } from './walk-kept.ts';

interface Group {
  readonly name: string;
  readonly items: QueueItem[];
}

export interface QueueGroupsProps {
  items: readonly QueueItem[];
  view: QueueView;
  /** Asks for those behind the last; null where there are none. */
  onMore: (() => void) | null;
}

export function QueueGroups({ items, view, onMore }: QueueGroupsProps) {
  const list = useRef<HTMLDivElement>(null);
  useRowArrows(list);
  useRowActions(list, items.length, onMore);
  function begin(): void {
    keepWalk({ view, seen: items.map(stopOf) });
  }
  return (
    <div ref={list} className={styles.groups}>
      {groupsOf(items, view).map(({ name, items: rows }) => (
        <section key={name} aria-label={name} className={styles.group}>
          <h2 className={styles.heading}>{name}</h2>
          <ul className={styles.rows}>
            {rows.map((item) => (
              <Row
                key={`${item.document.id} ${item.claim.id}`}
                item={item}
                task={taskFor(item, view)}
                showDocument={view.by === 'kind'}
                onOpen={begin}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Row({
  item,
  task,
  showDocument,
  onOpen,
}: {
  item: QueueItem;
  task: QueueTask | undefined;
  showDocument: boolean;
  onOpen: () => void;
}) {
  const { claim, document, tasks } = item;
  if (!task) return null;
  const others = tasks.length - 1;
  return (
    <li className={styles.row}>
      <span className={styles.number}>#{claim.number}</span>
      <div className={styles.what}>
        <Link href={addressOf(item, task)} className={styles.asked} onClick={onOpen} data-row>
          {askedWords(task)}
        </Link>
        <span className={styles.words} dir="auto">
          {claim.words}
        </span>
        <span className={styles.about}>
          {claim.isUrgent && <Chip tone="warn">High priority</Chip>}
          {showDocument && <span className={styles.title}>{document.title}</span>}
          {others > 0 && (
            <span>{others === 1 ? 'and 1 more task here' : `and ${others} more tasks here`}</span>
          )}
        </span>
      </div>
      <span className={styles.since}>
        {task.by && <span className={styles.by}>{task.by.name}</span>}
        {task.since !== null && <When at={task.since} />}
      </span>
    </li>
  );
}

/** What a row asks: of the kind that is filtered for, else the most pressing. */
function taskFor({ tasks }: QueueItem, { kind }: QueueView): QueueTask | undefined {
  return tasks.find((task) => task.kind === kind) ?? tasks[0];
}

/** Items come in the order of their groups. */
function groupsOf(items: readonly QueueItem[], view: QueueView): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const task = taskFor(item, view);
    if (!task) continue;
    const [key, name] =
      view.by === 'document' ? [item.document.id, item.document.title] : groupOf(task);
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { name, items: [item] });
  }
  return [...groups.values()];
}

function groupOf(task: QueueTask): [string, string] {
  if (task.kind !== 'judge') return [task.kind, kindWords[task.kind]];
  return task.asked
    ? ['asked', 'Verdicts that you are asked for']
    : ['open', 'Verdicts that anybody can give'];
}
