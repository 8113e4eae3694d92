/** Puts the claim that is open on the selected words, where one may. */
import { mayRestate } from '../../../../domain/policy/document.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import { useRerange } from '../judge/use-rerange.ts';

export function RerangeButton({ className }: { className: string | undefined }) {
  const { current, live } = useDesk();
  const record = useRecord();
  const rerange = useRerange();
  const claim = current === null ? undefined : record.claims.get(current);
  const { id: actor, role } = live.store.me;
  if (!claim || claim.withdrawn || mayRestate(record, claim, { actor, role })) return null;
  return (
    <button type="button" className={className} onClick={() => rerange(claim)}>
      Set #{claim.number} to this
    </button>
  );
}
