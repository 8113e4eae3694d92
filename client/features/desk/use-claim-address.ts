/** The open claim and the address of the page, `/d/<document>/c/<number>`, kept in step: back and forward go from claim to claim. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { RecordStore } from '../../store/record-store.ts';

export interface ClaimAddress {
  /** The claim's id; null for none. */
  readonly current: string | null;
  setCurrent(claim: string | null): void;
}

/** `number` is what the address says now; `onArrive` hears of a claim that the address opened. */
export function useClaimAddress(
  document: string,
  number: number | null,
  store: RecordStore,
  onArrive: (claim: string | null) => void,
): ClaimAddress {
  const [current, setCurrent] = useState(() => claimOf(store, number));
  const [, navigate] = useLocation();
  // A claim that was just marked has a number of its own guess until the server gives it one.
  const own = useSyncExternalStore(store.subscribe, () => numberOf(store, current));
  const told = useRef({ current, number, own, onArrive });

  useEffect(() => {
    const before = told.current;
    told.current = { current, number, own, onArrive };
    if (number !== before.number && number !== own) {
      const claim = claimOf(store, number);
      setCurrent(claim);
      onArrive(claim);
    } else if (own !== number) {
      const path = own === null ? `/d/${document}` : `/d/${document}/c/${own}`;
      // How the list is narrowed stays in the address.
      navigate(path + window.location.search, { replace: current === before.current });
    }
  }, [document, number, own, current, store, navigate, onArrive]);

  return { current, setCurrent };
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
