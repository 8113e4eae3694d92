/** Who marked the claim, who changed it last, what raised its version, and which claims it came from or went into. */
import { raisingWords } from '../../../../domain/derive/words.ts';
import type { Claim } from '../../../../domain/record/claim.ts';
import { mergedInto } from '../../../../domain/record/claim-records.ts';
import { When } from '../../../ui/when.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './claim-panel.module.css';

export function ClaimHistoryLine({ claim }: { claim: Claim }) {
  const record = useRecord();
  const nameOf = (id: number): string => record.people.get(id)?.name ?? 'somebody';
  const merged = mergedInto(record, claim.id);
  const { raised, version, createdAt, createdBy, modifiedAt, modifiedBy, partOf } = claim;
  return (
    <div className={styles.facts}>
      {partOf !== null && (
        <p>
          Part of <ClaimLink id={partOf} />
        </p>
      )}
      {merged.length > 0 && (
        <p>
          Merged into this:{' '}
          {merged.map(({ id }) => (
            <ClaimLink key={id} id={id} />
          ))}
        </p>
      )}
      <p>
        Marked by {nameOf(createdBy)}, <When at={createdAt} />
        {modifiedAt > createdAt && (
          <>
            {' '}
            · changed by {nameOf(modifiedBy)}, <When at={modifiedAt} />
          </>
        )}
      </p>
      {version > 1 && (
        <p>
          Version {version}
          {raised && (
            <>
              , since {nameOf(raised.by)} changed{' '}
              {raised.what.map((each) => raisingWords[each]).join(' and ')}, <When at={raised.at} />
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** Goes to a claim, withdrawn ones too. */
export function ClaimLink({ id }: { id: string }) {
  const { open } = useDesk();
  const claim = useRecord().claims.get(id);
  if (!claim) return null;
  return (
    <button type="button" className={styles.link} onClick={() => open(id, 'key')}>
      #{claim.number}
    </button>
  );
}
