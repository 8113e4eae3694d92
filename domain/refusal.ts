/**
 * The one table of everything that Attest refuses. A code travels over HTTP,
 * in a `result`, in a `refused` message and in a close frame; the screen turns
 * it into words. `http` is the status, `close` the websocket close code,
 * `reportable` says whether the operator should hear of it.
 */
export const refusals = {
  'bad-request': { http: 400, close: 4400, reportable: false },
  'signed-out': { http: 401, close: 4401, reportable: false },
  forbidden: { http: 403, close: 4403, reportable: false },
  'not-found': { http: 404, close: 4404, reportable: false },
  'wrong-lineage': { http: 409, close: 4409, reportable: false },
  'wrong-schema': { http: 409, close: 4409, reportable: false },
  conflict: { http: 409, close: 4409, reportable: false },
  'too-large': { http: 413, close: 4413, reportable: false },
  'rate-limited': { http: 429, close: 4429, reportable: false },
  'load-failed': { http: 503, close: 4500, reportable: true },
  unavailable: { http: 503, close: 4503, reportable: true },
  /** A client that does not read what it is sent; 1013 asks it to try again. */
  'too-slow': { http: 503, close: 1013, reportable: false },
  internal: { http: 500, close: 4500, reportable: true },

  // The gate: an update of the text that may not be applied.
  'malformed-update': { http: 422, close: 4422, reportable: false },
  'missing-dependency': { http: 422, close: 4422, reportable: false },
  'foreign-client': { http: 422, close: 4422, reportable: true },
  'foreign-root': { http: 422, close: 4422, reportable: true },
  'outside-schema': { http: 422, close: 4422, reportable: false },
  'unknown-anchor': { http: 422, close: 4422, reportable: false },
  'text-locked': { http: 422, close: 4422, reportable: false },
  'may-not-edit': { http: 422, close: 4422, reportable: false },
  'update-too-large': { http: 413, close: 4413, reportable: false },
  'document-too-large': { http: 413, close: 4413, reportable: true },
  /** What an applied update did was not what the first check had read. */
  'gate-breach': { http: 422, close: 4422, reportable: true },

  // Commands.
  'not-allowed': { http: 403, close: 4403, reportable: false },
  'id-taken': { http: 409, close: 4409, reportable: false },
  'no-such-claim': { http: 404, close: 4404, reportable: false },
  'no-such-source': { http: 404, close: 4404, reportable: false },
  'no-such-evidence': { http: 404, close: 4404, reportable: false },
  'no-such-verdict': { http: 404, close: 4404, reportable: false },
  'no-such-comment': { http: 404, close: 4404, reportable: false },
  'no-such-person': { http: 404, close: 4404, reportable: false },
  'claim-withdrawn': { http: 409, close: 4409, reportable: false },
  'claim-moved-on': { http: 409, close: 4409, reportable: false },
  'verdict-moved-on': { http: 409, close: 4409, reportable: false },
  'words-not-found': { http: 409, close: 4409, reportable: false },
  'own-verdict': { http: 403, close: 4403, reportable: false },
  'nothing-to-rule': { http: 409, close: 4409, reportable: false },
  'nothing-to-change': { http: 409, close: 4409, reportable: false },
} as const satisfies Record<string, { http: number; close: number; reportable: boolean }>;

export type RefusalCode = keyof typeof refusals;

/** An expected "no": a value, never thrown inside `domain/`. */
export interface Refusal {
  readonly code: RefusalCode;
  /** One sentence for a person: what happened and what they can do. */
  readonly reason: string;
}

export function refuse(code: RefusalCode, reason: string): Refusal {
  return { code, reason };
}

export function isRefusal(value: object | null): value is Refusal {
  return (
    value !== null &&
    'code' in value &&
    'reason' in value &&
    typeof value.code === 'string' &&
    value.code in refusals
  );
}
