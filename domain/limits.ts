/**
 * Every size that a client can reach, in one table, so that the screen, the
 * commands and the gate name the same figure. Lengths of words are UTF-16
 * units (what `maxLength` counts); sizes are bytes.
 */
export const limits = {
  /** A websocket message of type 100 or more. */
  messageBytes: 256 * 1024,
  /** One Yjs update from a client; above it the socket closes with 4413. */
  updateBytes: 4 * 1024 * 1024,
  /** One awareness message. */
  awarenessBytes: 8 * 1024,
  /** A whole document as one Yjs update: a warning, then a refusal. */
  documentWarnBytes: 16 * 1024 * 1024,
  documentBytes: 64 * 1024 * 1024,
  /** A record in the Y.Doc; longer words are cut there and read whole from the log. */
  recordBytes: 4096,
  /** An imported file. */
  importBytes: 10 * 1024 * 1024,
  /** Unfinished imports of one person, all of them together, and how long they wait. */
  importDrafts: 10,
  importDraftsBytes: 40 * 1024 * 1024,
  importDraftsHours: 24,
  /** Unfinished imports of everybody. */
  allImportDraftsBytes: 512 * 1024 * 1024,
  /** Joins and splits of one import. */
  importEdits: 5000,
  /** The words that one claim may cover. */
  quote: 2000,
  /** Code points kept before and after a quote. */
  quoteContext: 32,
  shortForm: 75,
  /** One line: names, titles, places. */
  line: 300,
  url: 2000,
  /** A restatement. */
  statement: 500,
  /** A rationale, passage, note, explanation or comment. */
  words: 20_000,
  tags: 20,
  /** Blocks of the text in one message about what somebody read. */
  blocksAtOnce: 5000,
  /** Claims that one command changes. */
  claimsAtOnce: 1000,
  assignees: 20,
  evidencePerVerdict: 50,
  chain: 10,
  /** Claims that one claim can be split into. */
  parts: 10,
  /** Times that one piece of evidence can go along when its claim is merged. */
  moves: 10,
  /** Archived copies of one source, removed ones too. */
  copies: 10,
  /** The origins that one command sets, and the pieces of evidence that a merge moves. */
  atOnce: 1000,
  /** Why a thread is resolved or reopened. */
  turnReason: 200,
  mentions: 20,
  threads: 5000,
  /** Threads that one person mutes. */
  mutedThreads: 1000,
  commentsPerThread: 500,
  commentsPerMinute: 60,
} as const;
