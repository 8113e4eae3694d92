/** A web address that is pasted while no field has the focus becomes evidence on the open claim. */
import { useEffect, useEffectEvent } from 'react';
import { pastedAddress } from '../../../../domain/derive/address.ts';
import { keyPlace } from '../../actions/key-place.ts';
import type { Desk } from '../desk-context.ts';

export function usePaste({
  current,
  setTab,
  setForm,
  say,
  panes,
}: Pick<Desk, 'current' | 'setTab' | 'setForm' | 'say' | 'panes'>): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || keyPlace(event.target, '') !== 'page') return;
    const url = pastedAddress(event.clipboardData?.getData('text/plain') ?? '');
    if (url === null) return;
    event.preventDefault();
    if (current === null) return say('Open a claim first: a pasted link becomes evidence on it.');
    panes.claim.show(true);
    setTab('evidence');
    setForm({ name: 'evidence', pasted: url });
  });
  useEffect(() => {
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
