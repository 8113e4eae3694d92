/** What a verification found. */

export type Verification = Holds | DoesNotHold;

export interface Holds {
  readonly ok: true;
  readonly entries: number;
  /** When the first entry was made, and the last. */
  readonly from: number;
  readonly to: number;
  /** Of the last entry. */
  readonly lineage: string;
  /** The moments (seq) whose snapshot was compared with the replay, dropped ones by their entry alone; in order. */
  readonly snapshots: readonly number[];
  /** The hash of the last entry, hex. Kept elsewhere, it also shows that none was cut off. */
  readonly head: string;
}

export interface DoesNotHold {
  readonly ok: false;
  /** The first entry that does not hold. */
  readonly seq: number;
  readonly problem: string;
  /** Null where it is missing or cannot be read. */
  readonly entry: RowSays | null;
}

/** What a row says of itself: not to be relied on where it does not hold. */
export interface RowSays {
  readonly at: number;
  readonly actor: number;
  readonly kind: number;
}
