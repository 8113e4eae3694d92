/** What a room asks of a socket in it. */
import type { RefusalCode } from '../../domain/refusal.ts';
import type { Role } from '../../domain/role.ts';
import type { Participant } from './identity.ts';

export interface Member {
  readonly participant: Participant;
  /** Closed, or about to be: nothing that it sent counts any more. */
  readonly gone: boolean;
  /** Whether its client is still at the other end. */
  readonly connected: boolean;
  /** What waits for its client to read it, in bytes. */
  readonly waitingBytes: number;
  /** Whether it asked for message types from 100 on. */
  readonly speaksAttest: boolean;
  /** Ids that this socket may write under. */
  ownsClient(client: number): boolean;
  /** Called once, in the room's turn, when it was let in. */
  open(role: Role): void;
  send(frame: Uint8Array): void;
  /** A frame that a later one makes up for: left out while its client is behind. */
  sendPassing(frame: Uint8Array): void;
  close(code: RefusalCode, reason: string): void;
}
