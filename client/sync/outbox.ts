/**
 * Commands on their way: kept on the device until their result comes, sent in
 * order after the text, sent again under the same id after every reconnect.
 */
import { encodeMessage } from '../../domain/protocol/frame.ts';
import type { Result } from '../../domain/protocol/result.ts';
import { limits } from '../../domain/limits.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Device, WaitingCommand } from './device.ts';

export type Answer =
  | { readonly seq: number; readonly answer: Readonly<Record<string, string | number>> }
  | Refusal;

export type NewCommand = Omit<WaitingCommand, 'copy' | 'order'>;

export class Outbox {
  readonly #device: Device;
  readonly #copy: string;
  readonly #onChange: () => void;
  readonly #onRefused: OutboxEvents['onRefused'];
  readonly #waiting = new Map<string, WaitingCommand>();
  readonly #givers = new Map<string, (answer: Answer) => void>();
  #send: ((frame: Uint8Array) => void) | null = null;
  #order = 0;

  private constructor(device: Device, copy: string, events: OutboxEvents) {
    this.#device = device;
    this.#copy = copy;
    this.#onChange = events.onChange;
    this.#onRefused = events.onRefused;
  }

  /** With what an earlier page of this person left behind. */
  static async open(device: Device, copy: string, events: OutboxEvents): Promise<Outbox> {
    const outbox = new Outbox(device, copy, events);
    for (const command of await device.waiting(copy)) {
      outbox.#waiting.set(command.commandId, command);
      outbox.#order = Math.max(outbox.#order, command.order);
    }
    return outbox;
  }

  /** In the order in which they were given. */
  get waiting(): readonly WaitingCommand[] {
    return [...this.#waiting.values()];
  }

  /** Resolves when the server answered, be it after days. */
  give(command: NewCommand): Promise<Answer> {
    const frame = frameOf(command);
    if (frame.length > limits.messageBytes) {
      return Promise.resolve(
        refuse('too-large', 'This is too long to send. Shorten the longest field.'),
      );
    }
    this.#order += 1;
    const waiting: WaitingCommand = { ...command, copy: this.#copy, order: this.#order };
    this.#waiting.set(command.commandId, waiting);
    const answered = new Promise<Answer>((resolve) => this.#givers.set(command.commandId, resolve));
    // Sent without waiting for the device: an answer is quicker than most disks, and the page holds it meanwhile.
    this.#device.putWaiting(waiting).catch(() => {});
    this.#send?.(frame);
    this.#onChange();
    return answered;
  }

  /** The socket is in step: everything that waits goes out, in order, and so does what follows. */
  connect(send: (frame: Uint8Array) => void): void {
    this.#send = send;
    for (const command of this.#waiting.values()) send(frameOf(command));
  }

  disconnect(): void {
    this.#send = null;
  }

  /** Results of other tabs' commands pass by. */
  settle(result: Result): void {
    const command = this.#waiting.get(result.commandId);
    if (!command) return;
    // Nothing can be saved at the moment: it stays, and goes out again with the next connection.
    if ('code' in result && result.code === 'unavailable') return;
    this.#waiting.delete(result.commandId);
    this.#device.deleteWaiting(result.commandId).catch(() => {});
    const giver = this.#givers.get(result.commandId);
    this.#givers.delete(result.commandId);
    // Before the giver: the screen must not show the optimistic and the real record at once.
    this.#onChange();
    if ('code' in result) {
      const refusal = refuse(result.code, result.reason);
      this.#onRefused(command, refusal, giver === undefined);
      giver?.(refusal);
    } else {
      giver?.({ seq: result.seq, answer: result.answer ?? {} });
    }
  }
}

export interface OutboxEvents {
  onChange(): void;
  /** `orphan`: whoever gave it is gone, since the page was loaded anew. */
  onRefused(command: WaitingCommand, refusal: Refusal, orphan: boolean): void;
}

function frameOf({ commandId, name, args }: NewCommand): Uint8Array {
  return encodeMessage('command', { commandId, name, args });
}
