/** The words of a verification's result. */

export function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : more}`;
}

/** The first and the last signs of a hash: enough to compare by eye. */
export function shortHash(hex: string): string {
  return `${hex.slice(0, 8)}…${hex.slice(-8)}`;
}

/** `attest-head-2026-11-28-entry-812.json` */
export function headFileName({ at, entries }: { at: number; entries: number }): string {
  return `attest-head-${new Date(at).toISOString().slice(0, 10)}-entry-${entries}.json`;
}

/** Kept in sight; the others are counted. */
const LISTED = 12;

export function snapshotWords(seqs: readonly number[]): string {
  if (seqs.length === 0) return 'none yet';
  const listed = seqs.slice(-LISTED).map((seq) => seq.toLocaleString('en'));
  const more = seqs.length - listed.length;
  const rest = more > 0 ? `${more.toLocaleString('en')} earlier ones and those ` : '';
  return `${seqs.length.toLocaleString('en')} compared: ${rest}after ${listed.length === 1 ? 'entry' : 'entries'} ${listed.join(', ')}`;
}

const kinds: Readonly<Record<string, string>> = {
  created: 'the document was made',
  text: 'the text was changed',
  command: 'a fact was recorded',
  cleanup: 'formatting was tidied',
  repair: 'marks were repaired',
  snapshot: 'a snapshot was taken',
  membership: 'a membership changed',
  invitation: 'an invitation',
  export: 'the document was exported',
  lifecycle: 'the document was renamed, archived, deleted or brought back',
};

/** Of a kind as the server names it; null and what this page does not know is said as such. */
export function kindWords(kind: string | null): string {
  return (kind !== null && Object.hasOwn(kinds, kind) && kinds[kind]) || 'something unknown';
}
