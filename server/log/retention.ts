/**
 * Which snapshots stay. The two newest serve loading; keyframes, one to about
 * 5,000 entries, serve history and become fewer with age. The log itself is
 * never thinned, so that a dropped snapshot costs time and nothing else.
 */
const DAY = 24 * 60 * 60 * 1000;
const KEYFRAME_ENTRIES = 5_000;
const NEWEST_KEPT = 2;

/** From this age on, one keyframe to so many stays. */
const thinning = [
  { age: 365 * DAY, of: 20 },
  { age: 30 * DAY, of: 4 },
  { age: 0, of: 1 },
] as const;

export interface KeptSnapshot {
  readonly seq: number;
  readonly keyframe: boolean;
  /** When its last entry was made. */
  readonly at: number;
}

/** Whether a snapshot of `seq` is the first in its stretch of entries. */
export function isKeyframe(seq: number, existing: readonly KeptSnapshot[]): boolean {
  const last = Math.max(0, ...existing.filter((one) => one.keyframe).map((one) => one.seq));
  return stretch(seq) > stretch(last);
}

/** The seqs that can go. */
export function expendable(existing: readonly KeptSnapshot[], now: number): number[] {
  const oldestFirst = existing.toSorted((a, b) => a.seq - b.seq);
  const taken = new Set<string>();
  const going: number[] = [];
  for (const [index, snapshot] of oldestFirst.entries()) {
    if (index >= oldestFirst.length - NEWEST_KEPT) break;
    const of = thinning.find(({ age }) => now - snapshot.at >= age)?.of ?? 1;
    // The oldest of a group stays, so that it is also the oldest of a wider group later.
    const group = `${of}:${Math.floor(stretch(snapshot.seq) / of)}`;
    if (snapshot.keyframe && !taken.has(group)) taken.add(group);
    else going.push(snapshot.seq);
  }
  return going;
}

function stretch(seq: number): number {
  return Math.floor(seq / KEYFRAME_ENTRIES);
}
