// A file as an exporter writes it, in one piece.
import { isRefusal } from '../../../domain/refusal.ts';
import { readChoices } from '../../../server/exporters/choices.ts';
import { exportDocument, type ExportInput } from '../../../server/exporters/export-document.ts';
import type { Exporter } from '../../../server/exporters/exporter.ts';

export type Asked = Readonly<Record<string, unknown>>;

function choicesOf(exporter: Exporter, asked: Asked) {
  const choices = readChoices(exporter, asked);
  if (isRefusal(choices)) throw new Error(choices.reason);
  return choices;
}

export function documentFor(exporter: Exporter, input: ExportInput, asked: Asked = {}) {
  return exportDocument(input, choicesOf(exporter, asked));
}

export function writtenBytes(exporter: Exporter, input: ExportInput, asked: Asked = {}): Buffer {
  const pieces = exporter.write(documentFor(exporter, input, asked), () => {});
  return Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));
}

export function written(exporter: Exporter, input: ExportInput, asked: Asked = {}): string {
  return writtenBytes(exporter, input, asked).toString();
}
