/** Which evidence my verdict rests on: all of it, unless somebody unticks some. */
import { ChevronDown } from 'lucide-react';
import { gradeOf, gradeText } from '../../../../domain/derive/grades.ts';
import { stanceSigns } from '../../../../domain/derive/words.ts';
import type { Evidence } from '../../../../domain/record/evidence.ts';
import { Button } from '../../../ui/button.tsx';
import { useRecord } from '../desk-context.ts';
import { CheckMenu } from './check-menu.tsx';
import { sourceName } from './source-name.ts';

export interface RestsOnProps {
  pieces: readonly Evidence[];
  /** Ids. */
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

export function RestsOn({ pieces, chosen, onChange }: RestsOnProps) {
  const record = useRecord();
  return (
    <CheckMenu
      label="Evidence that my verdict rests on"
      placement="top start"
      trigger={
        <Button variant="quiet">
          Rests on {chosen.length} of {pieces.length}
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
      choices={pieces.map((piece) => {
        const grade = `${stanceSigns[piece.stance]} ${gradeText(gradeOf(record, piece))}`;
        return { id: piece.id, name: `${grade} ${sourceName(record.sources.get(piece.source))}` };
      })}
      chosen={chosen}
      onChange={onChange}
    />
  );
}
