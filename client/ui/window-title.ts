/** The window's title, "(7) Documents · Attest": which page it is, and how much waits on any. */
import { useEffect } from 'react';

let page = '';
let waiting = 0;

function show(): void {
  const words = page === '' ? 'Attest' : `${page} · Attest`;
  document.title = waiting > 0 ? `(${waiting}) ${words}` : words;
}

export function useWindowTitle(title: string): void {
  useEffect(() => {
    page = title;
    show();
  }, [title]);
}

export function useTitleCount(count: number): void {
  useEffect(() => {
    waiting = count;
    show();
    return () => {
      waiting = 0;
      show();
    };
  }, [count]);
}
