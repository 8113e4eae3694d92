/** An open document, for the parts that stand on more than one of its pages: who I am in it, what it says, how to change it. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RecordState } from '../../../domain/record/state.ts';
import type { Desk } from '../desk/desk-context.ts';

export type OpenedDocument = Pick<Desk, 'id' | 'live' | 'give' | 'say'>;

export const DocumentContext = createContext<OpenedDocument | null>(null);

export function useDocument(): OpenedDocument {
  const document = useContext(DocumentContext);
  if (!document) throw new Error('useDocument outside of a document');
  return document;
}

export function useDocumentRecord(): RecordState {
  const { store } = useDocument().live;
  return useSyncExternalStore(store.subscribe, store.getState);
}
