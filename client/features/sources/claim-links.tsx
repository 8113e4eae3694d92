/** Claims by number, each a way to the desk; the first of them where there are many. */
import { Link } from 'wouter';
import type { Claim } from '../../../domain/record/claim.ts';

const MOST = 12;

export function ClaimLinks({ document, claims }: { document: string; claims: readonly Claim[] }) {
  const more = claims.length - MOST;
  return (
    <>
      {claims.slice(0, MOST).map(({ id, number, quote, short }, at) => (
        <span key={id}>
          {at > 0 && ' '}
          <Link href={`/d/${document}/c/${number}`} title={short || quote.exact.slice(0, 140)}>
            #{number}
          </Link>
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}
