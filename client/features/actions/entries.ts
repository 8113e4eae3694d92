/** What the palette offers: actions, and by what is typed claims and documents. */
import type { DocumentRow } from '../api/documents.ts';
import { found, foundClaims } from './find.ts';
import { actions, keysShown } from './list.ts';
import type { OnScreen } from './pages.ts';
import { recentActions } from './recent.ts';

export interface Entry {
  readonly id: string;
  readonly label: string;
  readonly keys: string;
  /** Why it cannot be done now; null where it can. */
  readonly off: string | null;
  run(): void;
}

export interface EntryGroup {
  readonly name: string;
  readonly entries: readonly Entry[];
}

const MOST_CLAIMS = 8;
const MOST_DOCUMENTS = 6;
/** They are on the way out of it, or open it. */
const notInPalette = ['palette', 'back', 'go'];

export function entryGroups(
  screen: OnScreen,
  documents: readonly DocumentRow[],
  search: string,
): EntryGroup[] {
  const doable = found(actionEntries(screen), search);
  const groups = search.trim() === '' ? byUse(doable) : [{ name: 'Actions', entries: doable }];
  const claims = claimEntries(screen, search);
  const named = documentEntries(screen, documents, search);
  // Who types a number means the claim.
  const isNumber = /^\s*#?\d+\s*$/.test(search);
  const all = [
    ...(isNumber ? [] : groups),
    { name: 'Claims', entries: claims },
    ...(isNumber ? groups : []),
    { name: 'Documents', entries: named },
  ];
  return all.filter(({ entries }) => entries.length > 0);
}

function actionEntries(screen: OnScreen): Entry[] {
  const entries = actions.flatMap((action) => {
    const offer = notInPalette.includes(action.id) ? null : action.offer(screen);
    return offer
      ? [
          {
            id: action.id,
            label: offer.name,
            keys: keysShown(action),
            off: offer.off,
            run: offer.run,
          },
        ]
      : [];
  });
  return [
    ...entries.filter(({ off }) => off === null),
    ...entries.filter(({ off }) => off !== null),
  ];
}

/** What was taken last comes first. */
function byUse(entries: readonly Entry[]): EntryGroup[] {
  const recent = recentActions().flatMap((id) => entries.filter((entry) => entry.id === id));
  return [
    { name: 'Recent', entries: recent },
    { name: 'Actions', entries: entries.filter((entry) => !recent.includes(entry)) },
  ];
}

function claimEntries({ desk }: OnScreen, search: string): Entry[] {
  if (!desk) return [];
  const { claims } = desk.live.store.getState();
  const labelled = [...claims.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, number, quote, restatement }) => ({
      id,
      number,
      label: `#${number} ${restatement || quote.exact}`,
      words: `${restatement} ${quote.exact}`,
    }));
  return foundClaims(labelled, search, MOST_CLAIMS).map(({ id, label }) => ({
    id,
    label,
    keys: '',
    off: null,
    run: () => desk.open(id, 'key'),
  }));
}

function documentEntries(
  { any: shell }: OnScreen,
  documents: readonly DocumentRow[],
  search: string,
): Entry[] {
  if (!shell || search.trim() === '') return [];
  const labelled = documents
    .filter(({ id }) => id !== shell.document)
    .map(({ id, title }) => ({ id, label: title }));
  return found(labelled, search)
    .slice(0, MOST_DOCUMENTS)
    .map(({ id, label }) => ({
      id,
      label,
      keys: '',
      off: null,
      run: () => shell.navigate(`/d/${id}`),
    }));
}
