/** Words as they were and as they are, told apart by more than colour: what went is struck out, what came is underlined. */
import { diffWordsWithSpace } from 'diff';
import styles from './words-changed.module.css';

export function WordsChanged({ from, to }: { from: string; to: string }) {
  let at = 0;
  return (
    <span className={styles.words}>
      {diffWordsWithSpace(from, to).map(({ value, added, removed }) => {
        const key = (at += value.length + 1);
        if (removed) return <del key={key}>{value}</del>;
        if (added) return <ins key={key}>{value}</ins>;
        return <span key={key}>{value}</span>;
      })}
    </span>
  );
}
