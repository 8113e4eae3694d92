/** How many have read all of the text, and who. */
import { useMemo, useSyncExternalStore } from 'react';
import { useDesk, useRecord } from '../../desk-context.ts';
import { listed, readWhole } from './readers.ts';
import styles from './reading.module.css';

export function ReadWhole() {
  const { live, editor, order } = useDesk();
  const { people } = useRecord();
  const { readings } = live;
  const read = useSyncExternalStore(readings.subscribe, readings.getRead);
  const { names, members } = useMemo(
    () => readWhole(editor?.blocks.ids() ?? [], read, people),
    // The order of claims is another object when the text has moved.
    // oxlint-disable-next-line react/exhaustive-deps
    [editor, order, read, people],
  );
  if (members < 2 || names.length === 0) return null;
  return (
    <p className={styles.whole} title={listed(names)}>
      {names.length} of {members} {names.length === 1 ? 'has' : 'have'} read all of it
      <span className="visually-hidden">: {listed(names)}</span>
    </p>
  );
}
