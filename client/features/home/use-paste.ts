/** Text or files pasted anywhere on the page, outside of its fields and dialogs. */
import { useEffect, useEffectEvent } from 'react';

export function usePaste(onFiles: (files: readonly File[]) => void): void {
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const target = event.target;
      if (target instanceof Element && target.closest('input, textarea, [role="dialog"]')) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const pasted = files.length > 0 ? files : text.trim() === '' ? [] : [textFile(text)];
      if (pasted.length === 0) return;
      event.preventDefault();
      take(pasted);
    };
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
}

/** Pasted text as the file that it could have been. */
export function textFile(text: string): File {
  return new File([text], 'Pasted text.txt', { type: 'text/plain' });
}
