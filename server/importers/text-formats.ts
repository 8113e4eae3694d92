import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';
import type { TextFormat } from './text-format.ts';

/** Asked in this order; the first that accepts a name reads it. A new format is a new file and a line. */
export const textFormats: readonly TextFormat[] = [markdown, plainText];
