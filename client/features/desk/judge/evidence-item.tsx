/** One piece of evidence: stance, grade, source, passage. */
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { confirmedAlone, gradeOf, gradeText } from '../../../../domain/derive/grades.ts';
import { directnessWords, stanceSigns, stanceWords } from '../../../../domain/derive/words.ts';
import { mayChangeEvidence } from '../../../../domain/policy/document.ts';
import { originGroupOf } from '../../../../domain/derive/origin.ts';
import { recordsOf } from '../../../../domain/record/claim-records.ts';
import type { Evidence } from '../../../../domain/record/evidence.ts';
import type { Source } from '../../../../domain/record/source.ts';
import type { RecordState } from '../../../../domain/record/state.ts';
import { Chip } from '../../../ui/chip.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { CommentButton } from '../talk/comment-button.tsx';
import { LongText } from './clamped.tsx';
import styles from './evidence.module.css';
import { gradeMeaning } from '../../source/grade.ts';
import { ArchivedCopies } from '../../source/archived-copies.tsx';
import { passageOf } from './revisions.ts';
import { SameOrigin } from './same-origin.tsx';
import { sourceName } from './source-name.ts';

export function EvidenceItem({ piece }: { piece: Evidence }) {
  const { id, live, give, setForm } = useDesk();
  const record = useRecord();
  const source = record.sources.get(piece.source);
  const grade = gradeOf(record, piece);
  const { id: actor, role } = live.store.me;
  const mayChange = mayChangeEvidence(piece, { actor, role }) === null;
  const title = sourceName(source);
  const copies = source?.archived.filter((copy) => !copy.removed).length ?? 0;
  const [showsCopies, setShowsCopies] = useState(false);
  const facts = [
    source?.publisher,
    piece.directness && directnessWords[piece.directness].toLowerCase(),
    source && sharedOrigin(record, piece, source),
    source?.protected && 'protected: for members only',
    copies > 0 && (copies === 1 ? 'archived' : `${copies} archived copies`),
    record.people.get(piece.createdBy)?.name,
  ].filter(Boolean);
  const meaning = gradeMeaning(grade);

  return (
    <li className={styles.item}>
      <span
        className={styles.stance}
        role="img"
        aria-label={stanceWords[piece.stance]}
        title={stanceWords[piece.stance]}
      >
        {stanceSigns[piece.stance]}
      </span>
      <span title={meaning || 'Not graded'}>
        <Chip className={styles.grade ?? ''}>
          <span className="visually-hidden">{meaning ? 'Grade' : 'Not graded'} </span>
          <span aria-hidden={!meaning}>{gradeText(grade)}</span>
        </Chip>
      </span>
      <div className={styles.body}>
        {source?.url ? (
          <a
            className={styles.title}
            href={source.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
          >
            {title}
          </a>
        ) : (
          <span className={styles.title}>{title}</span>
        )}
        <span className={styles.facts}>{facts.join(' · ')}</span>
        {piece.passage && (
          <LongText as="blockquote" lines={3} className={styles.passage} words={passageOf(piece)} />
        )}
        {piece.question && <p className={styles.note}>Answers: {piece.question}</p>}
        {piece.translation && (
          <p className={styles.note}>
            “{piece.translation}”{piece.translator && ` Translated by ${piece.translator}.`}
          </p>
        )}
        {piece.note && <p className={styles.note}>{piece.note}</p>}
        {confirmedAlone(record, piece) && (
          <p className={styles.hint}>
            “1” says that independent sources confirm it, but all here have one origin.
          </p>
        )}
        {source && !source.removed && <SameOrigin source={source} />}
        {source && showsCopies && <ArchivedCopies source={source} />}
      </div>
      <span className={styles.ways}>
        {!record.claims.get(piece.claim)?.withdrawn && (
          <CommentButton about={`evidence:${piece.id}`} what={`the evidence ${title}`} />
        )}
        {source && (
          <Menu
            label={`Actions on ${title}`}
            trigger={
              <IconButton
                label={`Actions on ${title}`}
                className={styles.more ?? ''}
                icon={<Ellipsis size={16} aria-hidden />}
              />
            }
            onSelect={(what) => {
              if (what === 'copies') setShowsCopies(!showsCopies);
              else if (what === 'source') navigate(`/d/${id}/sources?source=${piece.source}`);
              else if (what === 'edit') setForm({ name: 'evidence', about: piece.id });
              else
                void give('evidence.remove', {
                  evidenceId: piece.id,
                  reason: '',
                  withSource: true,
                });
            }}
          >
            {mayChange && <MenuItem id="edit">Edit…</MenuItem>}
            <MenuItem id="copies">
              {showsCopies ? 'Hide the archived copies' : `Archived copies (${copies})`}
            </MenuItem>
            <MenuItem id="source">All that rests on this source</MenuItem>
            {mayChange && (
              <MenuItem id="remove" danger>
                Remove
              </MenuItem>
            )}
          </Menu>
        )}
      </span>
    </li>
  );
}

/** "same origin" where other evidence on this claim rests on what this rests on, too. */
function sharedOrigin(record: RecordState, piece: Evidence, source: Source): string {
  const group = originGroupOf(source);
  const shared = recordsOf(record, piece.claim).evidence.some((other) => {
    const its = record.sources.get(other.source);
    return other.id !== piece.id && !other.removed && its && originGroupOf(its) === group;
  });
  const name = source.origin && `origin: ${source.origin}`;
  return [name, shared && 'same origin as another here'].filter(Boolean).join(', ');
}
