/** Where `g` and a letter lead from any page. */
import { documentViews } from '../../document/views.ts';
import { type ActionOf, key, on } from '../action.ts';
import type { Shell } from '../pages.ts';
import { needsDocument } from './needs-document.ts';

/** The letter of each page of a document. */
const letters: Readonly<Record<string, string>> = { desk: 'd', queue: 'q', sources: 's' };

function chord(letter: string) {
  return [key(letter, `Key${letter.toUpperCase()}`, { chord: true })];
}

const toViews: readonly ActionOf<Shell>[] = documentViews.flatMap(({ id, name, href }) => {
  const letter = letters[id];
  return letter === undefined
    ? []
    : [
        {
          id: `go-${id}`,
          label: `Go to: ${name.toLowerCase()}`,
          group: 'Going',
          keys: chord(letter),
          // A page of all documents is there whichever is open.
          ...(href('') !== href('-') && { off: needsDocument }),
          run: (shell) => shell.navigate(href(shell.document ?? '')),
        } satisfies ActionOf<Shell>,
      ];
});

const onAny = on('any', [
  {
    id: 'go',
    label: 'Go to …',
    group: 'Going',
    keys: [key('g', 'KeyG')],
    opensChord: true,
    // The next key does it.
    run: () => {},
  },
  {
    id: 'go-documents',
    label: 'Go to: all documents',
    group: 'Going',
    keys: chord('h'),
    run: (shell) => shell.navigate('/'),
  },
  {
    id: 'go-search',
    label: 'Search everything',
    group: 'Going',
    keys: chord('f'),
    run: (shell) => shell.navigate('/search'),
  },
  ...toViews,
  {
    id: 'go-members',
    label: 'Go to: members and settings',
    group: 'Going',
    keys: chord('m'),
    off: needsDocument,
    run: ({ document, navigate }) => document !== null && navigate(`/d/${document}/members`),
  },
  {
    id: 'go-account',
    label: 'Go to: my account',
    group: 'Going',
    keys: chord('a'),
    run: (shell) => shell.navigate('/account'),
  },
]);

const onSearch = on('search', [
  {
    id: 'search-field',
    label: 'Go to the search field',
    group: 'Going',
    keys: [key('/', 'sign')],
    run: ({ focus }) => focus(),
  },
]);

export const wayActions = [...onAny, ...onSearch];
