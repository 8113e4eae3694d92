/** Where the text differs from the one that was imported, kept up with what people type. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Comparison } from '../../../editor/compare.ts';
import { importedTextQuery } from '../../api/imported-text.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import type { ComparisonAsked, ComparisonGiven } from './compare.worker.ts';

/** A pause in typing. */
const pauseMs = 500;

/** Null while there is nothing to say: nobody changed the text, or it is not known yet. */
export function useDifferences(shown: boolean): Comparison | null {
  const { id, live, editor } = useDesk();
  const { settings } = useRecord();
  const imported = settings.original !== null;
  // Who unlocked the text may change it from then on: asked again, it is not "never changed" any more.
  const query = useQuery({ ...importedTextQuery(id, settings.lock.at), enabled: imported });
  const original = query.data?.text ?? null;
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const changed = useTextChanges(imported ? live.text : null);
  const asked = useRef(0);
  const draw = useEffectEvent((given: Comparison) => {
    editor?.showDifferences(shown ? given.differences : []);
  });

  const { refetch } = query;
  useEffect(() => {
    // The first change of a text that never was changed: now there is an original to compare with.
    if (changed > 0 && original === null && imported) void refetch();
  }, [changed, original, imported, refetch]);

  useEffect(() => {
    if (original === null || !editor) return undefined;
    const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
    const mine = (asked.current += 1);
    const now = editor.plainText();
    worker.onmessage = ({ data }: MessageEvent<ComparisonGiven>) => {
      // The text went on meanwhile: the next pause asks again, and what is drawn moves with the text.
      if (data.asked !== asked.current || editor.plainText() !== now) return;
      setComparison(data.comparison);
    };
    const question: ComparisonAsked = { asked: mine, original, now };
    worker.postMessage(question);
    return () => worker.terminate();
  }, [original, editor, changed]);

  useEffect(() => {
    if (comparison) draw(comparison);
  }, [comparison, shown, editor]);
  return comparison;
}

/** Counts up after each pause in the changes of the text. */
function useTextChanges(text: ReturnType<typeof useDesk>['live']['text'] | null): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (!text) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onChange = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setChanges((count) => count + 1), pauseMs);
    };
    text.observeDeep(onChange);
    return () => {
      clearTimeout(timer);
      text.unobserveDeep(onChange);
    };
  }, [text]);
  return changes;
}
