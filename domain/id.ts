import * as z from 'zod/mini';

/** 21 random URL-safe characters: the id of every record and command, made by whoever makes the thing. */
export const recordId = z.string().check(z.regex(/^[A-Za-z0-9_-]{21}$/));

/**
 * Who acted: a small integer of this workspace, which never changes and stays
 * when the account goes. 0 is the server itself ("system").
 */
export const personId = z.int().check(z.minimum(0));
export type PersonId = number;
export const SYSTEM: PersonId = 0;

/** Milliseconds since the epoch, by the server's clock; the most that a `Date` can hold. */
export const instant = z.int().check(z.minimum(0), z.maximum(8_640_000_000_000_000));
