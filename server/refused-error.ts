import type { Refusal } from '../domain/refusal.ts';

/** A refusal where only an exception can carry it: across promises and Express. Its message is for a person. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}
