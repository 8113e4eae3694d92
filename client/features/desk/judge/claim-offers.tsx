/** Defaults taken from the sentence: offered, one press each or all at once; nothing is written by itself. */
import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { sentenceOffers } from '../../../../domain/derive/sentence-offers.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { Button } from '../../../ui/button.tsx';
import { hintOf } from '../../actions/list.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './claim-offers.module.css';
import { allOf, type Offer, offersFor } from './offers.ts';
import { type Changes, seenIn } from './restating.ts';
import { sentenceAround } from './sentence-around.ts';

export function ClaimOffers({ claim }: { claim: Claim }) {
  const { editor, give, setForm } = useDesk();
  const { settings } = useRecord();
  const [refusedAll, setRefusedAll] = useState(false);
  const { language } = settings;
  const found = useMemo(() => {
    const around = editor && sentenceAround(editor, claim, language);
    return around && sentenceOffers(around);
    // The words of the quote decide; other fields of the claim do not change what its sentence says.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [editor, claim.id, claim.quote, claim.position, language]);
  const offers = found ? offersFor(claim, found) : [];
  const dangling = claim.restatement === '' ? (found?.dangling ?? null) : null;
  if (refusedAll || (offers.length === 0 && dangling === null)) return null;

  function take(changes: Changes): void {
    if (Object.keys(changes).length === 0) return;
    const { id: claimId, version } = claim;
    void give('claim.restate', { claimId, version, changes, seen: seenIn(changes, claim) });
  }

  return (
    <section className={styles.offers} aria-label="From the sentence">
      {dangling !== null && (
        <p className={styles.hint}>
          It begins with “{dangling}”. Restate it so that it can be read on its own.{' '}
          <Button
            variant="quiet"
            className={styles.restate ?? ''}
            onPress={() => setForm({ name: 'restate' })}
          >
            Restate
          </Button>
        </p>
      )}
      {offers.length > 0 && (
        <>
          <div className={styles.head}>
            <span>From the sentence</span>
            <span className={styles.push} />
            {Object.keys(allOf(offers)).length > 1 && (
              <Button
                variant="quiet"
                shortcut={hintOf('take-offers')}
                data-take-all
                onPress={() => take(allOf(offers))}
              >
                Take all
              </Button>
            )}
            <Button variant="quiet" onPress={() => setRefusedAll(true)}>
              Not now
            </Button>
          </div>
          <ul className={styles.list}>
            {offers.map((offer) => (
              <OfferItem key={offer.key} offer={offer} onTake={() => take(offer.changes)} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function OfferItem({ offer, onTake }: { offer: Offer; onTake(): void }) {
  return (
    <li>
      <button
        type="button"
        className={styles.offer}
        data-take={offer.only ? 'sure' : 'choice'}
        onClick={onTake}
      >
        <span className={styles.name}>{offer.name}</span>
        <span className={styles.words}>{offer.words}</span>
        <Check size={14} aria-hidden className={styles.check} />
        <span className="visually-hidden">Take</span>
      </button>
    </li>
  );
}
