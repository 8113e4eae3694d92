import { annotatedHtml } from './annotated-html.ts';
import { bundle } from './bundle.ts';
import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { markdown } from './markdown.ts';
import { webAnnotation } from './web-annotation.ts';

/** In the order of the menu. A new format is a new file and a line. */
export const exporters: readonly Exporter[] = [annotatedHtml, markdown, csv, webAnnotation, bundle];
