/** Splits the claim that is open where its words are selected in part. */
import { mayRestate } from '../../../../domain/policy/document.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { useSelectedLines } from '../judge/use-selected-lines.ts';

export function SplitButton({ className }: { className: string | undefined }) {
  const { current, live, setForm } = useDesk();
  const record = useRecord();
  const claim = current === null ? undefined : record.claims.get(current);
  const lines = useSelectedLines(claim);
  const { id: actor, role } = live.store.me;
  if (!claim || claim.withdrawn || lines === null) return null;
  if (mayRestate(record, claim, { actor, role })) return null;
  return (
    <button type="button" className={className} onClick={() => setForm({ name: 'split' })}>
      Split #{claim.number} here
    </button>
  );
}
