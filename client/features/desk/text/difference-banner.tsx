/** Says of a corrected text where it differs from the original, and leads from one place to the next. */
import { ChevronDown, ChevronUp, GitCompare } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { OriginalDialog } from './original-dialog.tsx';
import styles from './text-pane.module.css';
import { useDifferences } from './use-differences.ts';

export function DifferenceBanner() {
  const { editor, say } = useDesk();
  const { settings } = useRecord();
  const [shown, setShown] = useState(true);
  const [at, setAt] = useState(-1);
  const [reading, setReading] = useState(false);
  const comparison = useDifferences(shown);
  if (!comparison) return null;
  const { differences, tooMany } = comparison;
  const count = differences.length;
  if (count === 0 && !tooMany && settings.lock.locked) return null;

  function go(by: 1 | -1): void {
    const next = at === -1 ? (by === 1 ? 0 : count - 1) : (at + by + count) % count;
    setAt(next);
    editor?.goToDifference(next);
    const difference = differences[next];
    if (difference) say(`Difference ${next + 1} of ${count}. ${inWords(difference, editor)}`);
  }

  return (
    <div className={styles.lock} role="note">
      <GitCompare size={14} aria-hidden />
      <span>{summary(count, tooMany)}</span>
      {count > 0 && (
        <>
          <ToggleGroup
            label="Differences from the original"
            choices={[
              { id: 'shown', name: 'Shown' },
              { id: 'hidden', name: 'Hidden' },
            ]}
            value={shown ? 'shown' : 'hidden'}
            onChange={(id) => setShown(id === 'shown')}
          />
          <span className={styles.steps}>
            <IconButton
              label="Previous difference"
              icon={<ChevronUp size={15} aria-hidden />}
              isDisabled={!shown}
              onPress={() => go(-1)}
            />
            <IconButton
              label="Next difference"
              icon={<ChevronDown size={15} aria-hidden />}
              isDisabled={!shown}
              onPress={() => go(1)}
            />
          </span>
        </>
      )}
      <Button variant="quiet" onPress={() => setReading(true)}>
        Original
      </Button>
      {reading && <OriginalDialog onClose={() => setReading(false)} />}
    </div>
  );
}

function summary(count: number, tooMany: boolean): string {
  if (tooMany && count === 0)
    return 'This text was rewritten: too much of it differs from the original to show it place by place.';
  if (count === 0) return 'This text does not differ from the original.';
  const places = count === 1 ? 'one place' : `${tooMany ? 'more than ' : ''}${count} places`;
  return `This text differs from the original in ${places}.`;
}

function inWords(
  { from, to, deleted }: { from: number; to: number; deleted: string },
  editor: { plainText(): string } | null,
): string {
  const added = editor?.plainText().slice(from, to) ?? '';
  const was = deleted === '' ? '' : `Was: ${deleted.slice(0, 200)}. `;
  return `${was}${added === '' ? 'Taken out.' : `Now: ${added.slice(0, 200)}.`}`;
}
