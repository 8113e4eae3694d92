/** What can be done with several sources at once: one origin for all, or two that are one made one. */
import { useState } from 'react';
import { originName } from '../../../domain/derive/origin.ts';
import type { Source } from '../../../domain/record/source.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { Button } from '../../ui/button.tsx';
import { LineDialog } from '../../ui/line-dialog.tsx';
import { useDocument, useDocumentRecord } from '../document/document-context.ts';
import { MergeDialog } from './merge-dialog.tsx';
import styles from './sources.module.css';

export function SelectedSources({ ids, onDone }: { ids: ReadonlySet<string>; onDone(): void }) {
  const { sources } = useDocumentRecord();
  const [asking, setAsking] = useState<'origin' | 'merge' | null>(null);
  const chosen = [...ids].flatMap((id) => {
    const source = sources.get(id);
    return source && !source.removed ? [source] : [];
  });
  const [one, other] = chosen;
  return (
    <div className={styles.selected} role="toolbar" aria-label="Selected sources">
      <span>{chosen.length === 1 ? '1 selected' : `${chosen.length} selected`}</span>
      <Button onPress={() => setAsking('origin')}>Set origin…</Button>
      <Button isDisabled={chosen.length !== 2} onPress={() => setAsking('merge')}>
        Merge…
      </Button>
      {chosen.length !== 2 && <span className={styles.facts}>Two can be merged.</span>}
      <Button variant="quiet" onPress={onDone}>
        Select none
      </Button>
      {asking === 'origin' && (
        <OriginDialog sources={chosen} onClose={() => setAsking(null)} onDone={onDone} />
      )}
      {asking === 'merge' && one && other && (
        <MergeDialog one={one} other={other} onClose={() => setAsking(null)} onDone={onDone} />
      )}
    </div>
  );
}

interface AskProps {
  onClose(): void;
  onDone(): void;
}

function OriginDialog({ sources, onClose, onDone }: AskProps & { sources: readonly Source[] }) {
  const { give } = useDocument();

  async function save(origin: string): Promise<void> {
    const origins = sources.map(({ id }) => ({ sourceId: id, origin }));
    const result = await give('source.set-origins', { origins }, { tellsRefusal: true });
    if (isRefusal(result)) throw new Error(result.reason);
    onClose();
    onDone();
  }

  return (
    <LineDialog
      heading="Set the origin"
      label={`Origin of ${sources.length === 1 ? 'this source' : `these ${sources.length} sources`}`}
      hint="The channel or person that they all rest on. Empty: each by its own address again."
      value={sources.map(originName).find(Boolean) ?? ''}
      action="Set origin"
      isOptional
      onClose={onClose}
      onSubmit={save}
    />
  );
}
