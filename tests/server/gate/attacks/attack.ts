/**
 * Every known way to harm a document with an update, as data: how it is made,
 * who sends it, and with what the first check must refuse it. `second` says
 * what the second check makes of it alone, as if the first were not there:
 * it catches it, or there is nothing wrong with what Yjs did.
 *
 * The sample: the server (1) wrote section 0 > heading 1 > words 2: "Title"
 * 3–7, paragraph 8 > words 9: 10–30, code_block 31 > words 32: 33–37, level
 * 38, anchor 39 and 40, a verdict 41, the lock 42. Victim: "!" 0. Sender: "Hi" 0–1.
 */
import type * as Y from 'yjs';
import type { RefusalCode } from '../../../../domain/refusal.ts';
import type { GateContext } from '../../../../server/gate/context.ts';
import { own, server } from '../document.ts';
import { any, forge, type ForgedItem, format, item } from '../forge.ts';

export interface Attack {
  readonly name: string;
  readonly first: RefusalCode;
  readonly second: 'caught' | 'nothing wrong';
  readonly make: (doc: Y.Doc) => Uint8Array;
  readonly from?: Partial<GateContext>;
}

export const section = [server, 0] as const;
export const heading = [server, 1] as const;
export const headingWords = [server, 2] as const;
export const paragraph = [server, 8] as const;
export const level = [server, 38] as const;
export const verdict = [server, 41] as const;
export const paragraphEnd = [own, 1] as const;
export const codeEnd = [server, 37] as const;
/** The next clock of the sender's own id. */
export const next = 2;

/** Items of the sender, at the next clock. */
export const items = (...list: readonly ForgedItem[]): Uint8Array =>
  forge([{ client: own, clock: next, structs: list.map(item) }]);
export const attribute = (name: string, ...values: readonly unknown[]): Uint8Array =>
  items({ parent: heading, key: name, content: any(...values) });
export const formatted = (
  key: string,
  value: unknown,
  left: readonly [number, number] = paragraphEnd,
): Uint8Array => items({ left, content: format(key, value) });
export const attack = (
  first: RefusalCode,
  name: string,
  make: Attack['make'],
  rest: Partial<Pick<Attack, 'second' | 'from'>> = {},
): Attack => ({ name, first, second: 'caught', make, ...rest });
export const sound = { second: 'nothing wrong' } as const;
