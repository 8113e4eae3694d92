/** Sends a file to be made into a document. XMLHttpRequest, because fetch does not tell how much has been sent. */
import { created } from './documents.ts';
import { ApiProblem, offline, readAnswer } from './request.ts';

export interface ImportOptions {
  /** From 0 to 1 while it is sent; `null` while the server reads it. */
  onProgress(share: number | null): void;
  signal: AbortSignal;
}

/** The new document's id. Rejects with an ApiProblem; code `cancelled` after an abort. */
export function importDocument(file: File, { onProgress, signal }: ImportOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);

    call.upload.onprogress = (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : null);
    call.upload.onload = () => onProgress(null);
    call.onerror = () => reject(offline());
    call.onabort = () => reject(new ApiProblem(0, 'cancelled', 'The import was cancelled.'));
    call.onload = () => {
      try {
        resolve(readAnswer(created, call.status, call.responseText).id);
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', () => call.abort(), { once: true });
    call.open('POST', '/api/documents/import');
    call.setRequestHeader('accept', 'application/json');
    call.send(form);
  });
}
