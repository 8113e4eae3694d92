/** The way on from an import, or back, and what became of it. */
import { useState } from 'react';
import { mayDeleteDocuments } from '../../../domain/policy/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { JobBar } from '../../ui/progress-bar.tsx';
import { useMe } from '../account/signed-in.tsx';
import { putAway } from '../home/put-away.ts';
import styles from './import.module.css';
import type { Making } from './use-making.ts';

export interface ImportFootProps {
  making: Making;
  title: string;
  isReading: boolean;
  /** A field is not as it has to be. */
  wrong: boolean;
  onMake(): void;
  onCancel(): void;
  onDiscard(): void;
  onLeave(to: string): void;
}

export function ImportFoot(props: ImportFootProps) {
  const { making, title, isReading, wrong, onMake, onCancel, onDiscard, onLeave } = props;
  if (making.is === 'made') return <Made made={making} title={title} onLeave={onLeave} />;
  if (making.is === 'running' || making.is === 'ending') {
    return (
      <div className={styles.foot} data-keep-clear="">
        <span className={styles.job}>
          <JobBar label="Making the document" value={null} />
        </span>
        <span role="status">
          {making.is === 'running' ? 'Making the document…' : 'Calling it off…'}
        </span>
        <Button isDisabled={making.is === 'ending'} onPress={onCancel}>
          Cancel
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.foot} data-keep-clear="">
      {making.is === 'failed' && <Notice tone="danger">{making.reason}</Notice>}
      <p className={styles.hint}>The text will be locked: a lead unlocks it to correct it.</p>
      <Button variant="quiet" onPress={onDiscard}>
        Discard
      </Button>
      <Button variant="primary" isDisabled={wrong || isReading} onPress={onMake}>
        Import
      </Button>
    </div>
  );
}

interface MadeProps {
  made: Extract<Making, { is: 'made' }>;
  title: string;
  onLeave(to: string): void;
}

function Made({ made: { document, calledOff }, title, onLeave }: MadeProps) {
  const way = mayDeleteDocuments(useMe()) === null ? 'delete' : 'archive';
  const [refused, setRefused] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function away(): Promise<void> {
    setPending(true);
    try {
      await putAway({ id: document, title }, way);
      onLeave('/');
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error));
      setPending(false);
    }
  }

  return (
    <div className={styles.foot} data-keep-clear="">
      <Notice
        tone={refused === null ? 'warn' : 'danger'}
        actions={
          <>
            <Button isPending={isPending} onPress={() => void away()}>
              {way === 'delete' ? 'Delete it' : 'Archive it'}
            </Button>
            <Button variant="primary" onPress={() => onLeave(`/d/${document}`)}>
              Open it
            </Button>
          </>
        }
      >
        {refused ??
          (calledOff
            ? 'The document was made before this was called off. It is among your documents.'
            : 'A document was made of this import already. It is among your documents.')}
      </Notice>
    </div>
  );
}
