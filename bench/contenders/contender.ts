/**
 * What a server must offer to be measured: start as a process of its own, make
 * documents, and take sockets. Everything that a scenario compares goes through here.
 */
import type { ReadProbe } from './probe-client.ts';

export interface Contender {
  readonly name: string;
  /** What its answer to a change promises, for the table. */
  readonly promise: string;
  /** False where packages are missing that only the bench needs. */
  readonly installed: boolean;
  /** `directory` is empty, and its own. */
  start(directory: string): Promise<Running>;
}

export interface Running {
  readonly probe: ReadProbe;
  /** Makes a document and returns its name. */
  document(): Promise<string>;
  /** Where sockets for it go, without what a handshake needs. */
  address(document: string): string;
  /** Opens a socket and waits until it is in step. */
  join(document: string, hear: Hear): Promise<Line>;
  /** The same as a stock client, which has no session of its own and is answered by the echo. */
  visit(document: string, hear: Hear): Promise<Line>;
  stop(): Promise<void>;
}

export interface Hear {
  /** An answer: everything up to here has arrived, in the sense of `promise`. */
  acknowledged(upTo: UpTo): void;
  /** An update that the server handed on, from anybody. */
  changed(update: Uint8Array): void;
}

/** Servers count the frames of a socket, or send the change itself back. */
export type UpTo = { readonly frames: number } | { readonly update: Uint8Array };

export interface Line {
  /** The Yjs id under which this socket may write. */
  readonly client: number;
  send(update: Uint8Array): void;
  close(): void;
}
