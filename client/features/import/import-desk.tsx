/** The text of an import, what is said of it, and the way on or back. */
import { FoldVertical, Redo2, SeparatorHorizontal, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { mayJoin } from '../../../domain/import/edit.ts';
import type { ImportPreview } from '../../../domain/import/preview.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Header } from '../../ui/header.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import { AccountMenu } from '../account/account-menu.tsx';
import { hintOf } from '../actions/list.ts';
import { useActionsOn } from '../actions/screen.ts';
import type { Reading } from '../api/imports.ts';
import { ImportFoot } from './import-foot.tsx';
import { changedDraft, ImportForm, settingsOf } from './import-form.tsx';
import styles from './import.module.css';
import { keep, type KeptImport } from './kept-import.ts';
import { caretNow, PreviewList } from './preview-list.tsx';
import { type Caret, paragraphs, useEdits } from './use-edits.ts';
import { useMaking } from './use-making.ts';

export interface ImportDeskProps {
  preview: ImportPreview;
  /** What was done to it before this page was left. */
  kept: KeptImport;
  reading: Reading;
  onReading(reading: Reading): void;
  /** Why it cannot be read as was chosen last. */
  refused: string | null;
  isReading: boolean;
}

export function ImportDesk(props: ImportDeskProps) {
  const { preview, kept, reading, onReading, refused, isReading } = props;
  const { id, name } = preview.draft;
  const [edits, dispatch] = useEdits(preview.blocks, kept.edits);
  const [changes, setChanges] = useState<KeptImport['changes']>(kept.changes);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set(kept.leftOut));
  const [caret, setCaret] = useState<Caret | null>(null);
  const [view, setView] = useState<'text' | 'details'>('text');
  const { making, make, discard, cancel, leave } = useMaking(id);
  const draft = changedDraft(preview.settings, changes);
  const settings = settingsOf(draft);
  const done = edits.done.map(({ edit }) => edit);

  useEffect(() => {
    const { format, encoding } = reading;
    keep(id, { format, encoding, edits: done, leftOut: [...leftOut], changes });
  });

  function makeIt(): void {
    if (!settings) return;
    const { format, encoding } = preview;
    void make({ format, encoding, edits: done, settings, leftOut: [...leftOut] });
  }

  const busy = making.is === 'idle' || making.is === 'failed' ? null : 'It is being worked on.';
  useActionsOn('import', {
    edits,
    dispatch,
    caret: () => caretNow() ?? caret,
    whyNotMake:
      busy ??
      (isReading ? 'The file is still being read.' : null) ??
      (settings ? null : 'A field is not filled in as it has to be. See the details.'),
    whyNotDiscard: busy,
    make: makeIt,
    discard: () => void discard(),
    view,
    setView,
  });

  return (
    <div className={styles.desk}>
      <Header
        crumbs={
          <span className={styles.crumb}>
            Import <bdi>{name}</bdi>
          </span>
        }
        account={<AccountMenu />}
      />
      <main id="main" className={styles.main} data-view={view}>
        <h1 className="visually-hidden">Import {name}</h1>
        <ToggleGroup
          label="What is shown"
          className={classes(styles.views)}
          choices={[
            { id: 'text', name: 'Text' },
            { id: 'details', name: 'Details' },
          ]}
          value={view}
          onChange={setView}
        />
        <section className={styles.text} aria-label="Text">
          <Tools edits={edits} caret={caret} dispatch={dispatch} />
          <PreviewList
            edits={edits}
            dispatch={dispatch}
            language={draft.language}
            onCaret={setCaret}
          />
        </section>
        <section className={styles.details} aria-label="Details">
          <div className={styles.form}>
            {refused !== null && <Notice tone="danger">{refused}</Notice>}
            <ImportForm
              preview={preview}
              reading={reading}
              onReading={onReading}
              draft={draft}
              onDraft={(changed) => setChanges((before) => ({ ...before, ...changed }))}
              leftOut={leftOut}
              onLeftOut={setLeftOut}
            />
          </div>
          <ImportFoot
            making={making}
            title={draft.title}
            isReading={isReading}
            wrong={settings === null}
            onCancel={cancel}
            onDiscard={() => void discard()}
            onMake={makeIt}
            onLeave={leave}
          />
        </section>
      </main>
    </div>
  );
}

function Tools(props: {
  edits: ReturnType<typeof useEdits>[0];
  caret: Caret | null;
  dispatch: ReturnType<typeof useEdits>[1];
}) {
  const { edits, caret, dispatch } = props;
  const at = caret ? edits.blocks[caret.index] : undefined;
  const joinable = caret !== null && mayJoin(at, edits.blocks[caret.index + 1]) === null;
  return (
    <div className={styles.tools} role="toolbar" aria-label="Paragraphs">
      <Button
        variant="quiet"
        icon={<FoldVertical size={14} aria-hidden />}
        shortcut={hintOf('import-join')}
        isDisabled={!joinable}
        onPress={() => caret && dispatch({ do: 'edit', edit: { join: caret.index } })}
      >
        Join with next
      </Button>
      <Button
        variant="quiet"
        icon={<SeparatorHorizontal size={14} aria-hidden />}
        shortcut={hintOf('import-split')}
        isDisabled={!at}
        onPress={() =>
          caret && dispatch({ do: 'edit', edit: { split: caret.index, at: caret.at } })
        }
      >
        Split here
      </Button>
      <IconButton
        label="Undo"
        icon={<Undo2 size={15} aria-hidden />}
        isDisabled={edits.done.length === 0}
        onPress={() => dispatch({ do: 'undo' })}
      />
      <IconButton
        label="Redo"
        icon={<Redo2 size={15} aria-hidden />}
        isDisabled={edits.undone.length === 0}
        onPress={() => dispatch({ do: 'redo' })}
      />
      <span className={styles.total} role="status">
        {edits.said || `${paragraphs(edits.blocks.length)}.`}
      </span>
    </div>
  );
}
