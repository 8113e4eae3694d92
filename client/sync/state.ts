/** What the connection of an open document can be in, as the screen shows it. */
import type { RefusalCode } from '../../domain/refusal.ts';

export type ConnectionState =
  /** Not yet in step with the server since this page was opened. */
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** The server cannot be reached; work goes on and is kept here. */
  | { readonly kind: 'offline' }
  /** The server refused a change of the text. A clean start follows by itself; the words are in `handedBack`. */
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly reason: string }
  /** The server ended it for good: signed out, no access, deleted. Nothing is tried again until somebody asks. */
  | { readonly kind: 'closed'; readonly code: RefusalCode; readonly reason: string };

/** `saved` means durable on the server: it rests on `ack` and `result` alone. */
export type Saved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly changes: number }
  | { readonly kind: 'offline'; readonly changes: number }
  /** The server is there and cannot save at the moment: changes are kept here and sent when it can. */
  | { readonly kind: 'held'; readonly changes: number };

/** Words that could not be saved, kept on this device until the person takes or dismisses them. */
export interface HandedBack {
  readonly id: string;
  readonly at: number;
  /** `text`: typed into the text. `command`: written in a form. `leftover`: unsent when the document was replaced. */
  readonly kind: 'text' | 'command' | 'leftover';
  readonly code: RefusalCode;
  readonly reason: string;
  readonly words: string;
  /** The command's name, e.g. `verdict.give`. */
  readonly command?: string;
}

export function sameSaved(a: Saved, b: Saved): boolean {
  return (
    a.kind === b.kind &&
    (a.kind === 'saved' ? 0 : a.changes) === (b.kind === 'saved' ? 0 : b.changes)
  );
}
