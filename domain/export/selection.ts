// What of a document a file holds: for whom it is, and what its maker chose.
// Exporters, the dialog and the command line mean the same by it.

/** `internal`: whoever may read the document here. `public`: anybody whom the file reaches. */
export const audiences = ['internal', 'public'] as const;
export type Audience = (typeof audiences)[number];

export interface Selection {
  readonly audience: Audience;
  /** Who marked, judged, reviewed, ruled, translated. */
  readonly names: boolean;
  /** Claims and quotes alone: no ruling, evidence, verdict or comment. */
  readonly brief: boolean;
  /** Comments. Never for the public. */
  readonly talk: boolean;
  /** Claims that were withdrawn, evidence and sources that were removed. Never for the public. */
  readonly withdrawn: boolean;
}
