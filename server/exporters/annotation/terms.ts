// What Web Annotation has no word for, under a prefix of our own that the
// context of every file maps: a key that no context maps would vanish.

export const PREFIX = 'attest';

export const context = [
  'http://www.w3.org/ns/anno.jsonld',
  { [PREFIX]: 'urn:attest:terms#' },
] as const;

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/** Terms of our own; what says nothing is left out. */
export function terms(values: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => said(value))
      .map(([key, value]) => [`${PREFIX}:${key}`, value]),
  );
}

function said(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
