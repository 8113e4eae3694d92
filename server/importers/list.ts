import { bundle } from './bundle.ts';
import type { Importer } from './importer.ts';
import { textImporter } from './text-format.ts';
import { textFormats } from './text-formats.ts';

/** Asked in this order; the first that accepts a file reads it. A new format is a new file and a line. */
export const importers: readonly Importer[] = [bundle, ...textFormats.map(textImporter)];
