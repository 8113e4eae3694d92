/**
 * What people called this page or its publisher, in this document and in others
 * that one may open: offered, never filled in by itself. Where the server may
 * fetch pages, a button asks it to read this one.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { addressKey, addressOf, hostOf } from '../../../domain/derive/address.ts';
import type { Source } from '../../../domain/record/source.ts';
import { Button } from '../../ui/button.tsx';
import { useMe } from '../account/signed-in.tsx';
import { ApiProblem } from '../api/request.ts';
import { fetchPageFacts, type PageFacts, suggestionsQuery } from '../api/sources.ts';
import { useDocument, useDocumentRecord } from '../document/document-context.ts';
import styles from './source.module.css';
import type { WrittenSource } from './written-source.ts';

export interface SuggestionsProps {
  value: WrittenSource;
  change(changed: Partial<WrittenSource>): void;
}

/** Typing is not asked about at every letter, in ms. */
const PAUSE = 300;

export function SourceSuggestions({ value, change }: SuggestionsProps) {
  const url = usePaused(addressOf(value.url));
  const { sources } = useDocumentRecord();
  const known = useQuery({ ...suggestionsQuery(url), enabled: addressKey(url) !== null });
  const page = known.data?.page.find(
    ({ title, publisher }) => title !== value.title || publisher !== value.publisher,
  );
  const publisher = publisherOf(hostOf(url), sources.values()) ?? known.data?.publisher ?? null;
  const offerPage = page !== undefined && value.title === '';
  const offerPublisher = publisher !== null && value.publisher === '' && !offerPage;
  return (
    <div className={styles.suggestions} aria-live="polite">
      {offerPage && (
        <>
          <button
            type="button"
            className={styles.suggestion}
            onClick={() => change(filled(value, page))}
          >
            {[page.title, page.publisher].filter(Boolean).join(' · ')}
          </button>
          <span className={styles.from}>as in “{page.document}”</span>
        </>
      )}
      {offerPublisher && (
        <button type="button" className={styles.suggestion} onClick={() => change({ publisher })}>
          Publisher: {publisher}
        </button>
      )}
      <PageReader url={url} value={value} change={change} />
    </div>
  );
}

/** Only what is empty: nobody's words are written over. */
type Words = Pick<WrittenSource, 'title' | 'publisher' | 'author' | 'language' | 'medium'>;

function filled(value: WrittenSource, said: Partial<Words>): Partial<WrittenSource> {
  const keys = ['title', 'publisher', 'author', 'language', 'medium'] as const;
  return Object.fromEntries(
    keys.flatMap((key) => (value[key] === '' && said[key] ? [[key, said[key]]] : [])),
  );
}

/** What the sources of this document call the publisher of this host; what most say, else the first. */
function publisherOf(host: string, sources: Iterable<Source>): string | null {
  const times = new Map<string, number>();
  for (const { url, publisher, removed } of sources) {
    if (host === '' || removed || publisher === '' || hostOf(url) !== host) continue;
    times.set(publisher, (times.get(publisher) ?? 0) + 1);
  }
  const [most] = [...times].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

type Reading =
  | { readonly state: 'idle' | 'reading' }
  | { readonly state: 'read'; readonly facts: PageFacts }
  | { readonly state: 'failed'; readonly why: string };

function PageReader({ url, value, change }: SuggestionsProps & { url: string }) {
  const { id } = useDocument();
  const { fetchesPages } = useMe();
  const [reading, setReading] = useState<Reading>({ state: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), [url]);
  if (!fetchesPages || addressKey(url) === null) return null;

  async function read(): Promise<void> {
    const control = new AbortController();
    running.current = control;
    setReading({ state: 'reading' });
    try {
      const facts = await fetchPageFacts(id, url, control.signal);
      const { published } = value;
      change({
        ...filled(value, facts),
        ...(published.edtf === '' &&
          facts.published !== '' && { published: { edtf: facts.published, asWritten: '' } }),
      });
      setReading({ state: 'read', facts });
    } catch (error) {
      if (control.signal.aborted) return setReading({ state: 'idle' });
      setReading({
        state: 'failed',
        why: error instanceof ApiProblem ? error.message : 'The page cannot be read.',
      });
    }
  }

  if (reading.state === 'reading') {
    return (
      <>
        <span className={styles.from}>Reading {hostOf(url)}…</span>
        <Button variant="quiet" onPress={() => running.current?.abort()}>
          Cancel
        </Button>
      </>
    );
  }
  return (
    <>
      <Button variant="quiet" onPress={() => void read()}>
        Fetch title and date
      </Button>
      <span className={styles.from}>
        {reading.state === 'read'
          ? `Read by this server from ${reading.facts.from}.`
          : reading.state === 'failed'
            ? reading.why
            : 'This server then visits the page.'}
      </span>
    </>
  );
}
