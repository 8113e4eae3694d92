/** One piece of evidence: stance, grade, source, passage. */
import { Ellipsis } from 'lucide-react';
import { confirmedAlone, gradeOf, gradeText } from '../../../../domain/derive/grades.ts';
import { directnessWords, stanceSigns, stanceWords } from '../../../../domain/derive/words.ts';
import { mayChangeEvidence } from '../../../../domain/policy/document.ts';
import type { Evidence } from '../../../../domain/record/evidence.ts';
import { Chip } from '../../../ui/chip.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import { useDesk, useRecord } from '../desk-context.ts';
import { LongText } from './clamped.tsx';
import styles from './evidence.module.css';
import { gradeMeaning } from './grade.ts';
import { passageOf } from './revisions.ts';
import { sourceName } from './source-name.ts';

export function EvidenceItem({ piece }: { piece: Evidence }) {
  const { live, give, setForm } = useDesk();
  const record = useRecord();
  const source = record.sources.get(piece.source);
  const grade = gradeOf(record, piece);
  const { id: actor, role } = live.store.me;
  const mayChange = mayChangeEvidence(piece, { actor, role }) === null;
  const title = sourceName(source);
  const facts = [
    source?.publisher,
    piece.directness && directnessWords[piece.directness].toLowerCase(),
    source?.origin && `origin: ${source.origin}`,
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
        {piece.translation && <p className={styles.note}>“{piece.translation}”</p>}
        {piece.note && <p className={styles.note}>{piece.note}</p>}
        {confirmedAlone(record, piece) && (
          <p className={styles.hint}>
            “1” says that independent sources confirm it, but all here have one origin.
          </p>
        )}
      </div>
      {mayChange && (
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
            if (what === 'edit') setForm({ name: 'evidence', about: piece.id });
            else
              void give('evidence.remove', { evidenceId: piece.id, reason: '', withSource: true });
          }}
        >
          <MenuItem id="edit">Edit…</MenuItem>
          <MenuItem id="remove" danger>
            Remove
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}
