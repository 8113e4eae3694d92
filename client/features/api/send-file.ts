/** Sends one file. XMLHttpRequest, because fetch does not tell how much has been sent. */
import type * as z from 'zod/mini';
import { cancelled, offline, readAnswer } from './request.ts';

export interface SendOptions {
  /** From 0 to 1 while it is sent; `null` while the server reads it. */
  onProgress(share: number | null): void;
  signal: AbortSignal;
}

/** `path` is below `/api`. Rejects with an ApiProblem; code `cancelled` after an abort. */
export function sendFile<S extends z.ZodMiniType>(
  schema: S,
  path: string,
  file: File,
  { onProgress, signal }: SendOptions,
): Promise<z.output<S>> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);

    call.upload.onprogress = (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : null);
    call.upload.onload = () => onProgress(null);
    call.onerror = () => reject(offline());
    call.onabort = () => reject(cancelled());
    call.onload = () => {
      try {
        resolve(readAnswer(schema, call.status, call.responseText));
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', () => call.abort(), { once: true });
    call.open('POST', `/api${path}`);
    call.setRequestHeader('accept', 'application/json');
    call.send(form);
  });
}
