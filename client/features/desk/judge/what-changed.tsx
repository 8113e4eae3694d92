/** Why my verdict is stale, as a difference: what was asked, or what it rests on, then and now. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  claimChanges,
  evidenceChanges,
  type FieldChange,
} from '../../../../domain/derive/changed-since.ts';
import { claim as claimRecord, type Claim } from '../../../../domain/record/claim.ts';
import { evidence as evidenceRecord, type Evidence } from '../../../../domain/record/evidence.ts';
import type { Judgement } from '../../../../domain/record/verdict.ts';
import { WordsChanged } from '../../../ui/words-changed.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './my-verdict.module.css';
import { type RecordAt, revisionsQuery } from './revisions.ts';
import { sourceName } from './source-name.ts';

export function WhatChanged({ claim, verdict }: { claim: Claim; verdict: Judgement }) {
  const record = useRecord();
  const [open, setOpen] = useState(false);
  const moved = verdict.evidence.flatMap(({ id, version }) => {
    const piece = record.evidence.get(id);
    return piece && (piece.removed || piece.version !== version) ? [{ piece, version }] : [];
  });
  return (
    <div className={styles.changes}>
      <button
        type="button"
        className={styles.link}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Hide what changed' : 'What changed'}
      </button>
      {open && (
        <dl className={styles.changeList}>
          {verdict.claimVersion !== claim.version && (
            <ClaimThenAndNow claim={claim} version={verdict.claimVersion} />
          )}
          {moved.map(({ piece, version }) => (
            <PieceThenAndNow key={piece.id} piece={piece} version={version} />
          ))}
        </dl>
      )}
    </div>
  );
}

function ClaimThenAndNow({ claim, version }: { claim: Claim; version: number }) {
  const at = { root: 'claims', key: claim.id, version: claim.version } as const;
  const before = useBefore(at, (value) => {
    const read = claimRecord.safeParse(value).data;
    return read?.version === version ? read : null;
  });
  return <Changes of="" {...before} changes={before.was && claimChanges(before.was, claim)} />;
}

function PieceThenAndNow({ piece, version }: { piece: Evidence; version: number }) {
  const record = useRecord();
  const name = sourceName(record.sources.get(piece.source));
  const at = { root: 'evidence', key: piece.id, version: piece.version } as const;
  const before = useBefore(at, (value) => {
    const read = evidenceRecord.safeParse(value).data;
    return read?.version === version ? read : null;
  });
  if (piece.removed) {
    const by = record.people.get(piece.removed.by)?.name ?? 'somebody';
    const why = piece.removed.reason === '' ? '' : `: ${piece.removed.reason}`;
    return <Change field={name} from="" to={`removed by ${by}${why}`} />;
  }
  const changes = before.was && evidenceChanges(before.was, piece);
  return <Changes of={`${name}: `} {...before} changes={changes} />;
}

/** The newest revision that `read` takes, from the log. */
function useBefore<Of>(at: RecordAt, read: (value: unknown) => Of | null) {
  const { id } = useDesk();
  const { data, error, refetch } = useQuery(revisionsQuery(id, at));
  const was = data && (data.revisions.map(({ value }) => read(value)).find(Boolean) ?? null);
  return { was, error, again: () => void refetch() };
}

interface ChangesProps {
  /** Before the name of each field: whose it is. */
  of: string;
  /** Null where the log no longer reaches back so far, undefined while it is read. */
  changes: readonly FieldChange[] | null | undefined;
  error: Error | null;
  again(): void;
}

function Changes({ of, changes, error, again }: ChangesProps) {
  if (error) {
    return (
      <div role="alert">
        <dt>It cannot be read now.</dt>
        <dd>
          {error.message}{' '}
          <button type="button" className={styles.link} onClick={again}>
            Try again
          </button>
        </dd>
      </div>
    );
  }
  if (changes === undefined) return <Change field="Reading what was there…" from="" to="" />;
  if (!changes?.length) return <Change field={`${of}changed and changed back`} from="" to="" />;
  return changes.map(({ field, from, to }) => (
    <Change
      key={field}
      field={of === '' ? field : `${of}${field.toLowerCase()}`}
      from={from}
      to={to}
    />
  ));
}

function Change({ field, from, to }: FieldChange) {
  return (
    <div>
      <dt>{field}</dt>
      <dd>
        <WordsChanged from={from} to={to} />
      </dd>
    </div>
  );
}
