/** A log that is not what was written. Nothing is loaded from it past the first bad entry. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';
  readonly document: number;
  /** The first entry that does not hold. */
  readonly seq: number;
  readonly problem: string;

  constructor(document: number, seq: number, problem: string) {
    super(`Entry ${seq} of document ${document} does not hold: ${problem}`);
    this.document = document;
    this.seq = seq;
    this.problem = problem;
  }
}
