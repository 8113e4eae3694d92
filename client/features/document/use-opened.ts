/** Opens a document for as long as a page of it is on the screen. */
import { useEffect, useState } from 'react';
import type { DocumentHandle } from '../../store/document.ts';
import { openDocument } from '../../store/open-document.ts';

/** Null until it is begun, at the first drawing. */
export function useOpened(id: string): DocumentHandle | null {
  const [handle, setHandle] = useState<DocumentHandle | null>(null);
  useEffect(() => {
    const opened = openDocument(id);
    // Being on the screen opens it: there is no event that could.
    // oxlint-disable-next-line react/set-state-in-effect
    setHandle(opened);
    return () => {
      setHandle(null);
      void opened.close();
    };
  }, [id]);
  return handle;
}
