/** Verifying a document's record: what it proves, how far it is, and in plain words what came out. */
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { JobBar } from '../../ui/progress-bar.tsx';
import type { HowFar } from '../api/verification.ts';
import { useVerification } from './use-verification.ts';
import { VerificationResult } from './verification-result.tsx';
import styles from './verify.module.css';

export interface VerifyDialogProps {
  /** The id in its address. */
  document: string;
  onClose(): void;
}

export function VerifyDialog({ document, onClose }: VerifyDialogProps) {
  const { state, start, cancel } = useVerification(document);
  const busy = state.is === 'running';
  return (
    <Dialog title="Verify the record" isOpen wide onClose={onClose}>
      <p className={styles.note}>
        Reads the record from its first entry, checks that each follows from the one before, makes
        the document anew from them, and compares what comes out with every snapshot.
      </p>
      {busy && <Progress howFar={state.howFar} />}
      {state.is === 'failed' && <Notice tone="danger">Not verified. {state.reason}</Notice>}
      {state.is === 'done' && <VerificationResult found={state.found} />}
      <DialogActions>
        <Button onPress={busy ? cancel : onClose}>{busy ? 'Cancel' : 'Close'}</Button>
        <Button variant="primary" isPending={busy} onPress={() => void start()}>
          {state.is === 'idle' || busy ? 'Verify' : 'Verify again'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Progress({ howFar }: { howFar: HowFar | null }) {
  const known = howFar !== null && howFar.of > 0;
  return (
    <div className={styles.progress}>
      <JobBar label="Verifying" value={known ? howFar.done / howFar.of : null} />
      <p role="status">
        {known
          ? `${howFar.done.toLocaleString('en')} of ${howFar.of.toLocaleString('en')} entries`
          : 'Reading the record…'}
      </p>
    </div>
  );
}
