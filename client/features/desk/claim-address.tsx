/** The open claim and the address of the page, `/d/<document>/c/<number>`, kept in step: back and forward go from claim to claim. */
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { navigate, useLocationProperty } from 'wouter/use-browser-location';
import type { RecordStore } from '../../store/record-store.ts';
import { useDesk } from './desk-context.ts';

/** Draws nothing, so that a change of the address draws nothing else of the desk. */
export function ClaimAddress(): null {
  const { id: document, current, open, live } = useDesk();
  const { store } = live;
  const number = useLocationProperty(() => numberInAddress(document));
  // A claim that was just marked has a number of its own guess until the server gives it one.
  const own = useSyncExternalStore(store.subscribe, () => numberOf(store, current));
  const told = useRef({ current, number });
  const arrive = useEffectEvent(open);

  useEffect(() => {
    const before = told.current;
    told.current = { current, number };
    if (number !== before.number && number !== own) arrive(claimOf(store, number));
    else if (own !== number) {
      const path = own === null ? `/d/${document}` : `/d/${document}/c/${own}`;
      // How the list is narrowed stays in the address.
      navigate(path + window.location.search, { replace: current === before.current });
    }
  }, [document, number, own, current, store]);

  return null;
}

/** The claim's id; null where the address names none that is there. */
export function claimInAddress(document: string, store: RecordStore): string | null {
  return claimOf(store, numberInAddress(document));
}

function numberInAddress(document: string): number | null {
  const [, , id, kind, number] = window.location.pathname.split('/');
  return (id === document && kind === 'c' && Number(number)) || null;
}

function claimOf(store: RecordStore, number: number | null): string | null {
  if (number === null) return null;
  for (const claim of store.getState().claims.values())
    if (claim.number === number) return claim.id;
  return null;
}

function numberOf(store: RecordStore, id: string | null): number | null {
  return (id !== null && store.getState().claims.get(id)?.number) || null;
}
