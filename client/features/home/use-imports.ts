/**
 * Files on their way in: one after the other, each with its progress and its
 * end. A text becomes a draft to look over, a bundle a document at once.
 */
import { useRef, useState } from 'react';
import { limits } from '../../../domain/limits.ts';
import { importBundle, uploadDraft } from '../api/imports.ts';
import type { SendOptions } from '../api/send-file.ts';
import { queryClient } from '../api/query-client.ts';
import { ApiProblem } from '../api/request.ts';

export interface ImportJob {
  key: number;
  file: File;
  state:
    | { is: 'waiting' }
    /** `share` from 0 to 1 while sending, `null` while the server reads. */
    | { is: 'running'; share: number | null }
    /** Where it can be seen. */
    | { is: 'done'; href: string }
    | { is: 'failed'; reason: string; mayRetry: boolean };
}

export interface Imports {
  jobs: readonly ImportJob[];
  add(files: readonly File[]): void;
  retry(key: number): void;
  /** Cancels a running one, forgets any other. */
  dismiss(key: number): void;
}

/** `onDone` hears where each can be seen, and whether others are still to come. */
export function useImports(onDone: (href: string, more: boolean) => void): Imports {
  const [jobs, setJobs] = useState<readonly ImportJob[]>([]);
  const queue = useRef<ImportJob[]>([]);
  const running = useRef<{ key: number; abort: AbortController } | null>(null);
  const nextKey = useRef(0);

  function set(key: number, state: ImportJob['state']): void {
    setJobs((all) => all.map((job) => (job.key === key ? { ...job, state } : job)));
  }
  function forget(key: number): void {
    queue.current = queue.current.filter((job) => job.key !== key);
    setJobs((all) => all.filter((job) => job.key !== key));
  }

  async function run(): Promise<void> {
    if (running.current) return;
    const job = queue.current.shift();
    if (!job) return;
    const abort = new AbortController();
    running.current = { key: job.key, abort };
    try {
      const tooLarge = sizeProblem(job.file);
      if (tooLarge) throw tooLarge;
      set(job.key, { is: 'running', share: 0 });
      const href = await send(job.file, {
        onProgress: (share) => set(job.key, { is: 'running', share }),
        signal: abort.signal,
      });
      set(job.key, { is: 'done', href });
      onDone(href, queue.current.length > 0);
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'cancelled') forget(job.key);
      else set(job.key, failure(error));
    } finally {
      running.current = null;
      void run();
    }
  }

  return {
    jobs,
    add(files) {
      const added = files.map(
        (file): ImportJob => ({ key: nextKey.current++, file, state: { is: 'waiting' } }),
      );
      setJobs((all) => [...all.filter((job) => job.state.is !== 'done'), ...added]);
      queue.current.push(...added);
      void run();
    },
    retry(key) {
      const job = jobs.find((candidate) => candidate.key === key);
      if (!job) return;
      set(key, { is: 'waiting' });
      queue.current.push(job);
      void run();
    },
    dismiss(key) {
      if (running.current?.key === key) running.current.abort.abort();
      else forget(key);
    },
  };
}

async function send(file: File, options: SendOptions): Promise<string> {
  if (isBundle(file.name)) {
    const id = await importBundle(file, options);
    await queryClient.invalidateQueries({ queryKey: ['documents'] });
    return `/d/${id}`;
  }
  const id = await uploadDraft(file, options);
  await queryClient.invalidateQueries({ queryKey: ['imports'] });
  return `/import/${id}`;
}

/** A refused file stays refused; a silence, a fault or "too many at once" may pass. */
function failure(error: unknown): ImportJob['state'] {
  const reason = error instanceof Error ? error.message : String(error);
  const final =
    error instanceof ApiProblem &&
    error.status >= 400 &&
    error.status < 500 &&
    error.status !== 429;
  return { is: 'failed', reason, mayRetry: !final };
}

function sizeProblem(file: File): ApiProblem | null {
  if (file.size === 0)
    return new ApiProblem(400, 'bad-request', 'This file is empty. Nothing was imported.');
  const largest = largestImport(file.name);
  if (file.size <= largest) return null;
  const size = megabytes(file.size);
  const most = megabytes(largest);
  return new ApiProblem(
    413,
    'too-large',
    `This file has ${size}; at most ${most} can be imported. Nothing was sent.`,
  );
}

/** A bundle is a whole document, with what it was made from: there are no paragraphs to join in it. */
function isBundle(name: string): boolean {
  return /\.json$/i.test(name);
}

function largestImport(name: string): number {
  return isBundle(name) ? limits.documentBytes : limits.importBytes;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
