/** What can be done to one source where it is listed: its letter, its name, and that it is another one. */
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { reliabilityWords } from '../../../domain/derive/words.ts';
import { reliabilities, type Source } from '../../../domain/record/source.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { sourceName } from '../desk/judge/source-name.ts';
import { useDocument } from '../document/document-context.ts';
import { MergeIntoDialog } from './merge-into-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import styles from './sources.module.css';

const NONE = 'none';

export function GradeMenu({ source }: { source: Source }) {
  const { give } = useDocument();
  const { id, reliability } = source;
  const name = sourceName(source);
  return (
    <Menu
      label={`Reliability of ${name}`}
      placement="bottom start"
      selected={reliability ?? NONE}
      onSelect={(chosen) => {
        const letter = reliabilities.find((each) => each === chosen) ?? null;
        if (letter === reliability) return;
        const seen = { reliability };
        void give('source.edit', { sourceId: id, changes: { reliability: letter }, seen });
      }}
      trigger={
        <AriaButton
          className={styles.letter ?? ''}
          aria-label={`Reliability of ${name}: ${reliability ?? 'not graded'}`}
        >
          {reliability ?? '–'}
        </AriaButton>
      }
    >
      {reliabilities.map((letter) => (
        <MenuItem key={letter} id={letter}>
          {`${letter}: ${reliabilityWords[letter]}`}
        </MenuItem>
      ))}
      <MenuItem id={NONE}>Not graded</MenuItem>
    </Menu>
  );
}

export function SourceMenu({ source }: { source: Source }) {
  const [asking, setAsking] = useState<'rename' | 'merge' | null>(null);
  const name = sourceName(source);
  const close = (): void => setAsking(null);
  return (
    <>
      <Menu
        label={`Actions on ${name}`}
        trigger={
          <IconButton label={`Actions on ${name}`} icon={<Ellipsis size={16} aria-hidden />} />
        }
        onSelect={(chosen) => setAsking(chosen === 'merge' ? 'merge' : 'rename')}
      >
        <MenuItem id="rename">Rename…</MenuItem>
        <MenuItem id="merge">Merge with another source…</MenuItem>
      </Menu>
      {asking === 'rename' && <RenameDialog source={source} onClose={close} />}
      {asking === 'merge' && <MergeIntoDialog source={source} onClose={close} />}
    </>
  );
}
