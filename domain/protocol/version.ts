/**
 * The protocol's version, sent in the socket's address and in `hello`.
 * 1: hello, command, result, ack, refused, private, people.
 * Still 1: reading, and `held` in hello, which pages that do not know them pass over.
 */
export const PROTOCOL_VERSION = 1;

/** Types of the y-websocket protocol. */
export const messageSync = 0;
export const messageAwareness = 1;
export const messageAuth = 2;
export const messageQueryAwareness = 3;
