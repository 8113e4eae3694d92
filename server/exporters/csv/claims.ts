import { bestGrade, gradeText } from '../../../domain/derive/grades.ts';
import {
  checksWords,
  claimTypeWords,
  flagWords,
  likelihoodWords,
  priorityWords,
  rulingKindWords,
  rulingMethodWords,
  stageWords,
} from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import type { Stance } from '../../../domain/record/evidence.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import { type Cell, type Column, numberOf, numbersOf, table, when } from './column.ts';

function grade({ claim }: ClaimView, { records }: ExportDocument, stance: Stance): Cell {
  const best = bestGrade(records, claim, stance);
  return best && gradeText(best);
}

function pieces({ claim }: ClaimView, { records }: ExportDocument): number {
  return recordsOf(records, claim.id).evidence.filter((piece) => !piece.removed).length;
}

const columns: readonly Column<ClaimView>[] = [
  { heading: 'Number', cell: ({ claim }) => claim.number },
  { heading: 'Quote', cell: ({ claim }) => claim.quote.exact },
  { heading: 'Checks', cell: ({ claim }) => checksWords[claim.checks] },
  { heading: 'Restated', cell: ({ claim }) => claim.restatement },
  { heading: 'Short form', cell: ({ claim }) => claim.short },
  { heading: 'Claimant', cell: ({ claim }) => claim.claimant },
  {
    heading: 'By way of',
    cell: ({ claim }) =>
      claim.chain
        .map(({ who, how, when: at }) => [who, how, at].filter(Boolean).join(', '))
        .join(' ← '),
  },
  { heading: 'Date as written', cell: ({ claim }) => claim.date?.asWritten },
  { heading: 'Date', cell: ({ claim }) => claim.date?.edtf },
  { heading: 'Place', cell: ({ claim }) => claim.place },
  { heading: 'Kind', cell: ({ claim }) => claim.type && claimTypeWords[claim.type] },
  {
    heading: 'Likelihood',
    cell: ({ claim }) => claim.likelihood && likelihoodWords[claim.likelihood],
  },
  { heading: 'Tags', cell: ({ claim }) => claim.tags.join(', ') },
  { heading: 'Priority', internal: true, cell: ({ claim }) => priorityWords[claim.priority] },
  {
    heading: 'Assigned',
    internal: true,
    names: true,
    cell: ({ claim }, { nameOf }) => claim.assignees.map(nameOf).filter(Boolean).join(', '),
  },
  {
    heading: 'Linked claim',
    cell: ({ claim }, document) => claim.twin && numberOf(document, claim.twin),
  },
  { heading: 'Split from', cell: ({ claim }, document) => numbersOf(document, [claim.partOf]) },
  { heading: 'Split into', cell: ({ claim }, document) => numbersOf(document, claim.splitInto) },
  {
    heading: 'Merged into',
    internal: true,
    cell: ({ claim }, document) => numbersOf(document, [claim.mergedInto]),
  },
  {
    heading: 'Merged into this',
    internal: true,
    cell: ({ merged }, document) =>
      numbersOf(
        document,
        merged.map(({ id }) => id),
      ),
  },
  { heading: 'Stage', cell: ({ stage }) => stage && stageWords[stage] },
  {
    heading: 'Flags',
    cell: ({ flags }) => flags.map((flag) => flagWords[flag]).join(', '),
  },
  { heading: 'Rating', cell: ({ rating }) => rating?.label },
  { heading: 'Ruling', cell: ({ ruling }) => ruling && rulingKindWords[ruling.kind] },
  { heading: 'Method', cell: ({ ruling }) => ruling && rulingMethodWords[ruling.method] },
  { heading: 'Ruled at', cell: ({ ruling }) => ruling && when(ruling.ruledAt) },
  {
    heading: 'Ruled by',
    names: true,
    cell: ({ ruling }, { nameOf }) => ruling && nameOf(ruling.ruledBy),
  },
  { heading: 'Explanation', cell: ({ ruling }) => ruling?.explanation },
  { heading: 'Evidence', cell: pieces },
  { heading: 'Best supporting grade', cell: (view, document) => grade(view, document, 'supports') },
  { heading: 'Best refuting grade', cell: (view, document) => grade(view, document, 'refutes') },
  {
    heading: 'Verdicts',
    internal: true,
    cell: ({ claim }, { records }) => recordsOf(records, claim.id).verdicts.length,
  },
  { heading: 'Marked at', internal: true, cell: ({ claim }) => when(claim.createdAt) },
  {
    heading: 'Marked by',
    names: true,
    cell: ({ claim }, { nameOf }) => nameOf(claim.createdBy),
  },
  { heading: 'The text now reads', cell: ({ anchor, words }) => anchor === 'changed' && words },
];

export const claims = table<ClaimView>({
  id: 'claims',
  label: 'Claims',
  columns,
  rows: ({ views }) => views,
});
