/** What stands in the rooms of a server when somebody asks for its figures. */
/** Of all open rooms together. */
export interface Standing {
  readonly rooms: number;
  readonly connections: number;
  /** Tasks that wait for their turn. */
  readonly queued: number;
  /** Rooms whose Y.Doc holds structs or deletions that wait for others: the gate lets none in. */
  readonly pending: number;
  /** Bytes that clients have not read yet: of all sockets, and of the one with most. */
  readonly unread: { readonly sum: number; readonly most: number };
  /** What was loaded and appended since, in bytes: the size of the open documents. */
  readonly bytes: number;
}
