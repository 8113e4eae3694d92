/** What a verification found, in plain words. */
import { Download } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { exactTime } from '../../ui/time-words.ts';
import type { DoesNotHold, Holds, Verification } from '../api/verification.ts';
import { saveFile } from '../api/save-file.ts';
import {
  counted,
  headFileName,
  kindWords,
  shortHash,
  snapshotWords,
} from './verification-words.ts';
import styles from './verify.module.css';

export function VerificationResult({ found }: { found: Verification }) {
  return (
    <section aria-label="What was found" className={styles.result}>
      {found.ok ? <HoldsResult found={found} /> : <Broken found={found} />}
      <p className={styles.note}>Verified {exactTime(found.at)}.</p>
    </section>
  );
}

function HoldsResult({ found }: { found: Holds }) {
  const { entries, from, to, head, snapshots } = found;
  return (
    <>
      <Notice>The record holds: {counted(entries, 'entry', 'entries')}, none changed.</Notice>
      <dl className={styles.facts}>
        <dt>From</dt>
        <dd>{exactTime(from)}</dd>
        <dt>To</dt>
        <dd>{exactTime(to)}</dd>
        <dt>Snapshots</dt>
        <dd>{snapshotWords(snapshots)}</dd>
        <dt>Head</dt>
        <dd>
          <code>{shortHash(head)}</code>
        </dd>
      </dl>
      <CopyField label="Head, whole" value={head} />
      <p className={styles.note}>
        The head is the hash of the last entry and stands for all before it. Kept somewhere else, it
        also shows whether the record was cut short or written anew. Signed, it shows as well that
        it came from this server.
      </p>
      <div>
        <Button onPress={() => saveFile(fileOf(found.signed), headFileName(found))}>
          <Download size={14} aria-hidden />
          Download the signed head
        </Button>
      </div>
    </>
  );
}

function fileOf(value: object): Blob {
  return new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });
}

function Broken({ found }: { found: DoesNotHold }) {
  const { seq, problem, entry } = found;
  return (
    <>
      <Notice tone="danger">
        The record does not hold. The first entry that does not is number {seq}: {problem}.
      </Notice>
      {entry && (
        <dl className={styles.facts}>
          <dt>It says when</dt>
          <dd>{entry.at === null ? 'a time that cannot be' : exactTime(entry.at)}</dd>
          <dt>It says who</dt>
          <dd>{entry.actor ?? 'somebody unknown'}</dd>
          <dt>It says what</dt>
          <dd>{kindWords(entry.kind)}</dd>
        </dl>
      )}
      <p className={styles.note}>
        Everything before it is as it was written. Tell whoever runs this server, and have the
        database compared with a backup before anything else is written to it.
      </p>
    </>
  );
}
