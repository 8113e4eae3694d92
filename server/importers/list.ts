import { bundle } from './bundle.ts';
import type { Importer } from './importer.ts';
import { plainText } from './plain-text.ts';

/** Asked in this order; the first that accepts a file reads it. A new format is a new file and a line. */
export const importers: readonly Importer[] = [bundle, plainText];
