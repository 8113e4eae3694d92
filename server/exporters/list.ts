import { annotatedHtml } from './annotated-html.ts';
import { bundle } from './bundle.ts';
import type { Exporter } from './exporter.ts';

/** In the order of the menu. A new format is a new file and a line. */
export const exporters: readonly Exporter[] = [annotatedHtml, bundle];
