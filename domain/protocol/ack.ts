/**
 * Server → client: everything up to this frame of this socket is durable (or
 * changed nothing). Frames are the socket's SyncStep2 and Update messages,
 * counted from 1. *Saved* rests on this message alone.
 */
import * as z from 'zod/mini';

export const ack = z.object({ frame: z.int().check(z.minimum(1)), seq: z.int() });
export type Ack = z.infer<typeof ack>;
