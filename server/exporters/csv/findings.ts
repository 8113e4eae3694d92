// The tables of evidence and of sources.
import { gradeOf, gradeText } from '../../../domain/derive/grades.ts';
import {
  credibilityWords,
  directnessWords,
  reliabilityWords,
  stanceWords,
} from '../../../domain/derive/words.ts';
import { recordsOf } from '../../../domain/record/claim-records.ts';
import type { Evidence } from '../../../domain/record/evidence.ts';
import type { Source } from '../../../domain/record/source.ts';
import type { ExportDocument } from '../exporter.ts';
import { partialDate } from '../plain-words.ts';
import { numberOf, numbersOf, ofClaims, table, when } from './column.ts';

function sourceOf({ source }: Evidence, { records }: ExportDocument): Source | undefined {
  return records.sources.get(source);
}

export const evidence = table<Evidence>({
  id: 'evidence',
  label: 'Evidence',
  rows: (document) =>
    ofClaims(document, ({ claim }) => recordsOf(document.records, claim.id).evidence),
  columns: [
    { heading: 'Claim', cell: ({ claim }, document) => numberOf(document, claim) },
    { heading: 'Stance', cell: ({ stance }) => stanceWords[stance] },
    { heading: 'Grade', cell: (piece, { records }) => gradeText(gradeOf(records, piece)) },
    {
      heading: 'Reliability of the source',
      cell(piece, document) {
        const reliability = sourceOf(piece, document)?.reliability;
        return reliability && reliabilityWords[reliability];
      },
    },
    {
      heading: 'Credibility of the information',
      cell: ({ credibility }) => credibility && credibilityWords[credibility],
    },
    { heading: 'Directness', cell: ({ directness }) => directness && directnessWords[directness] },
    { heading: 'Source', cell: (piece, document) => sourceOf(piece, document)?.title },
    { heading: 'Address', cell: (piece, document) => sourceOf(piece, document)?.url },
    { heading: 'Question', cell: ({ question }) => question },
    { heading: 'Passage', cell: ({ passage }) => passage },
    { heading: 'Translation', cell: ({ translation }) => translation },
    { heading: 'Translator', names: true, cell: ({ translator }) => translator },
    { heading: 'Note', cell: ({ note }) => note },
    {
      heading: 'Came with',
      internal: true,
      cell: ({ cameFrom }, document) => numbersOf(document, cameFrom),
    },
    { heading: 'Brought at', internal: true, cell: ({ createdAt }) => when(createdAt) },
    {
      heading: 'Brought by',
      names: true,
      cell: ({ createdBy }, { nameOf }) => nameOf(createdBy),
    },
    { heading: 'Graded by', names: true, cell: ({ grader }, { nameOf }) => nameOf(grader) },
    { heading: 'Removed', internal: true, cell: ({ removed }) => removed && when(removed.at) },
  ],
});

export const sources = table<Source>({
  id: 'sources',
  label: 'Sources',
  rows: ({ records }) =>
    [...records.sources.values()].toSorted(
      (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
    ),
  columns: [
    { heading: 'Title', cell: ({ title }) => title },
    { heading: 'Address', cell: ({ url }) => url },
    { heading: 'Publisher', cell: ({ publisher }) => publisher },
    { heading: 'Author', cell: ({ author }) => author },
    { heading: 'Published', cell: ({ published }) => partialDate(published) },
    { heading: 'Language', cell: ({ language }) => language },
    { heading: 'Medium', cell: ({ medium }) => medium },
    { heading: 'Origin', cell: ({ origin }) => origin },
    { heading: 'Grade', cell: ({ reliability }) => reliability },
    {
      heading: 'Reliability',
      cell: ({ reliability }) => reliability && reliabilityWords[reliability],
    },
    {
      heading: 'Archived copies',
      cell: ({ archived }) =>
        archived
          .filter(({ removed }) => !removed)
          .map(({ url, file }) => url || `${file?.name} (SHA-256 ${file?.sha256})`)
          .join('\n'),
    },
    {
      heading: 'Protected',
      internal: true,
      cell: (source) => (source.protected ? 'Yes' : 'No'),
    },
    { heading: 'Removed', internal: true, cell: ({ removed }) => removed && when(removed.at) },
  ],
});
