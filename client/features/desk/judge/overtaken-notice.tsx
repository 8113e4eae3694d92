/** Somebody else filled in what I am writing: their words beside mine, and which shall stay. */
import type { Claim } from '../../../../domain/record/claim.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useRecord } from '../desk-context.ts';
import { type Field, fieldNames, fieldWords } from './restating.ts';

export interface OvertakenNoticeProps {
  claim: Claim;
  fields: readonly Field[];
  /** What I ask for, where no form shows it. */
  mine?: string;
  onKeepMine(): void;
  onTakeTheirs(): void;
}

export function OvertakenNotice(props: OvertakenNoticeProps) {
  const { claim, fields, mine, onKeepMine, onTakeTheirs } = props;
  const { people } = useRecord();
  const name = people.get(claim.modifiedBy)?.name ?? 'Somebody';
  return (
    <Notice
      tone="warn"
      actions={
        <>
          <Button onPress={onKeepMine}>Keep mine</Button>
          <Button variant="quiet" onPress={onTakeTheirs}>
            Take theirs
          </Button>
        </>
      }
    >
      {name} changed this while you were writing. Your words are kept here
      {mine === undefined ? (
        '.'
      ) : (
        <>
          : <q dir="auto">{mine}</q>
        </>
      )}
      {fields.map((field) => (
        <div key={field}>
          {fieldNames[field]} now: <q dir="auto">{fieldWords(claim, field)}</q>
        </div>
      ))}
    </Notice>
  );
}
