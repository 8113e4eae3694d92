/** Words as they were and as they are, told apart by more than colour: what went is struck out, what came is underlined. */
import { diffWordsWithSpace } from 'diff';
import styles from './words-changed.module.css';

export function WordsChanged({ from, to }: { from: string; to: string }) {
  return (
    <span className={styles.words}>
      {piecesOf(from, to).map(({ key, Tag, words }) => (
        <Tag key={key}>{words}</Tag>
      ))}
    </span>
  );
}

interface Piece {
  readonly key: string;
  readonly Tag: 'del' | 'ins' | 'span';
  readonly words: string;
}

function piecesOf(from: string, to: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { value, added, removed } of diffWordsWithSpace(from, to)) {
    const Tag = removed ? 'del' : added ? 'ins' : 'span';
    pieces.push({ key: `${Tag} ${at}`, Tag, words: value });
    at += value.length;
  }
  return pieces;
}
