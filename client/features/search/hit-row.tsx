/** One thing that was found: what it is, the words with what was looked for marked, and the way there. */
import { Link } from 'wouter';
import { Chip } from '../../ui/chip.tsx';
import { When } from '../../ui/when.tsx';
import type { SearchHit, Snippet } from '../api/search.ts';
import styles from './search.module.css';

export function HitRow({ hit }: { hit: SearchHit }) {
  const { document, kind, number, title, body, said } = hit;
  const isDocument = kind === 'document';
  const shown = title.text === '' ? body : title;
  return (
    <li className={styles.row}>
      <span className={styles.number}>{number === null ? '' : `#${number}`}</span>
      <div className={styles.what}>
        <Link href={addressOf(hit)} className={classOf(kind)} dir="auto" data-row>
          <Marked snippet={shown} />
        </Link>
        {shown !== body && (body.marks.length > 0 || kind === 'source') && (
          <span className={styles.body} dir="auto">
            <Marked snippet={body} />
          </span>
        )}
        <span className={styles.about}>
          {said && (
            <span>
              {said.by.name} · <When at={said.at} />
            </span>
          )}
          {!isDocument && <span className={styles.document}>{document.title}</span>}
          {document.archived && <Chip>Archived</Chip>}
        </span>
      </div>
    </li>
  );
}

function classOf(kind: SearchHit['kind']): string | undefined {
  if (kind === 'document' || kind === 'source') return styles.name;
  return kind === 'comment' ? styles.spoken : styles.words;
}

function Marked({ snippet: { text, marks } }: { snippet: Snippet }) {
  const starts = [0, ...marks.map(([, to]) => to)];
  return starts.map((start, index) => {
    const [from, to] = marks[index] ?? [text.length, text.length];
    return (
      <span key={start}>
        {text.slice(start, from)}
        {to > from && <mark className={styles.mark}>{text.slice(from, to)}</mark>}
      </span>
    );
  });
}

/** Before and after the first mark, so that the same word elsewhere is not taken for it. */
const AROUND = 30;

function addressOf({ document, kind, number, body, said }: SearchHit): string {
  const desk = `/d/${document.id}`;
  if (said) {
    const claim = number === null ? '' : `/c/${number}`;
    return `${desk}${claim}?${new URLSearchParams({ thread: said.thread })}`;
  }
  if (kind === 'text') {
    const [first] = body.marks;
    if (!first) return desk;
    const words = body.text.slice(Math.max(0, first[0] - AROUND), first[1] + AROUND);
    return `${desk}?${new URLSearchParams({ find: words.replaceAll('…', '') })}`;
  }
  if (number === null) return desk;
  return kind === 'evidence' ? `${desk}/c/${number}?tab=evidence` : `${desk}/c/${number}`;
}
