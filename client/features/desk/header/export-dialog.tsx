/** The document as a file: which format, for whom, with what; what stays out; and, while it is made, how far it is. */
import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { leftOut, leftOutWords } from '../../../../domain/export/left-out.ts';
import type { Audience } from '../../../../domain/export/selection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { JobBar } from '../../../ui/progress-bar.tsx';
import { Select } from '../../../ui/select.tsx';
import { ToggleGroup } from '../../../ui/toggle-group.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './export-dialog.module.css';
import {
  type Chosen,
  type Format,
  type FormatOption,
  offered,
  queryOf,
  selectionOf,
  valueOf,
} from './export-formats.ts';
import { type ExportState, useExport } from './use-export.ts';

const audienceNames: readonly { id: Audience; name: string }[] = [
  { id: 'internal', name: 'Members' },
  { id: 'public', name: 'The public' },
];
const audienceNotes: Readonly<Record<Audience, string>> = {
  internal: 'Everything that members see here, verdicts and reviews included. Not to be published.',
  public:
    'Rulings, explanations and evidence. Never verdicts, reviews, comments or protected sources.',
};

export interface ExportDialogProps {
  formats: readonly Format[];
  /** The format to begin with. */
  first: string;
  onClose(): void;
}

export function ExportDialog({ formats, first, onClose }: ExportDialogProps) {
  const { id } = useDesk();
  const { state, start, cancel } = useExport(id);
  const [formatId, setFormatId] = useState(first);
  const format = formats.find((each) => each.id === formatId) ?? formats[0];
  const [audience, setAudience] = useState<Audience>(format?.audience ?? 'public');
  const [chosen, setChosen] = useState<Chosen>({});
  if (!format) return null;
  const busy = state.is === 'running' || state.is === 'waiting';

  function choose(next: string): void {
    setFormatId(next);
    setAudience(formats.find((each) => each.id === next)?.audience ?? audience);
  }

  async function run(of: Format): Promise<void> {
    if (await start(of.id, queryOf(of, audience, chosen))) onClose();
  }

  return (
    <Dialog title="Export" isOpen wide onClose={onClose}>
      <div className={styles.form}>
        <Select
          label="Format"
          choices={formats.map((each) => ({ id: each.id, name: each.label, note: each.purpose }))}
          value={format.id}
          onChange={choose}
          isDisabled={busy}
        />
        <p className={styles.note}>{format.purpose}</p>
        <div className={styles.audience}>
          <span className={styles.label}>For</span>
          <ToggleGroup
            label="For"
            choices={audienceNames}
            value={audience}
            onChange={setAudience}
            isDisabled={busy}
          />
        </div>
        <p className={styles.note}>{audienceNotes[audience]}</p>
        {offered(format, audience).map((option) => (
          <OptionField
            key={option.id}
            option={option}
            audience={audience}
            value={valueOf(option, audience, chosen)}
            isDisabled={busy}
            onChange={(value) => setChosen({ ...chosen, [option.id]: value })}
          />
        ))}
        <Preview format={format} audience={audience} chosen={chosen} />
      </div>
      {state.is === 'failed' && <Notice tone="danger">Not exported. {state.reason}</Notice>}
      {busy && <Progress state={state} />}
      <DialogActions>
        <Button onPress={busy ? cancel : onClose}>{busy ? 'Cancel the export' : 'Close'}</Button>
        <Button variant="primary" isPending={busy} onPress={() => void run(format)}>
          {state.is === 'failed' ? 'Try again' : 'Export'}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface OptionFieldProps {
  option: FormatOption;
  audience: Audience;
  value: string;
  isDisabled: boolean;
  onChange(value: string): void;
}

function OptionField({ option, audience, value, isDisabled, onChange }: OptionFieldProps) {
  if (!option.toggle) {
    const choices = option.values
      .filter((each) => each.audiences?.includes(audience) ?? true)
      .map(({ id, label }) => ({ id, name: label }));
    return (
      <>
        <Select
          label={option.label}
          choices={choices}
          value={value}
          onChange={onChange}
          isDisabled={isDisabled}
        />
        <p className={styles.note}>{option.help}</p>
      </>
    );
  }
  return (
    <Checkbox
      className={styles.check ?? ''}
      isSelected={value === 'yes'}
      isDisabled={isDisabled}
      onChange={(on) => onChange(on ? 'yes' : 'no')}
    >
      <span className={styles.box}>
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
      <span>
        <span className={styles.name}>{option.label}</span>
        <span className={styles.help}>{option.help}</span>
      </span>
    </Checkbox>
  );
}

/** What the document has and the file will not. */
function Preview(wanted: { format: Format; audience: Audience; chosen: Chosen }) {
  const records = useRecord();
  const { format, audience, chosen } = wanted;
  const words = useMemo(
    () => leftOutWords(leftOut(records, selectionOf(format, audience, chosen))),
    [records, format, audience, chosen],
  );
  return (
    <section className={styles.preview} aria-label="What will be left out">
      {words.length === 0 ? (
        <p>Nothing is left out.</p>
      ) : (
        <>
          <p>Left out of the file:</p>
          <ul>
            {words.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Progress({ state }: { state: ExportState }) {
  const share = state.is === 'running' ? state.share : null;
  return (
    <div className={styles.progress}>
      <JobBar label="Exporting" value={share} />
      <p role="status">{progressWords(state)}</p>
    </div>
  );
}

function progressWords(state: ExportState): string {
  if (state.is === 'waiting') {
    return state.ahead === 0 ? 'Next in turn…' : `${state.ahead} before this one…`;
  }
  if (state.is !== 'running' || state.share === null) return 'Reading the document…';
  return state.share < 1 ? `Writing the file, ${Math.round(100 * state.share)} %` : 'Receiving…';
}
