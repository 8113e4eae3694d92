/**
 * What becomes of changes of the text while nothing can be saved: what changes
 * nothing is acknowledged, what would be refused anyway is refused, and the rest
 * is left with its page, which sends it again when it comes into the next room.
 */
import type { Refusal } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import { deniedFrame } from './frames.ts';
import type { LiveDocument } from './live-document.ts';
import type { Member } from './member.ts';

export class HeldText {
  readonly #live: LiveDocument;
  readonly #reason: string;
  /** Who was left with something: what they send after it builds on that. */
  readonly #behind = new WeakSet<Member>();

  constructor(live: LiveDocument, reason: string) {
    this.#live = live;
    this.#reason = reason;
  }

  /** 'nothing': to be acknowledged. */
  update(bytes: Uint8Array, role: Role, from: Member): 'nothing' | 'left' | Refusal {
    if (this.#behind.has(from)) return 'left';
    const would = this.#live.wouldChange(bytes, role, (client) => from.ownsClient(client));
    if (would !== 'something') return would;
    this.#behind.add(from);
    // Our own pages were told by `hello`.
    if (!from.speaksAttest) from.send(deniedFrame(this.#reason));
    return 'left';
  }
}
