/** One source in the list: how reliable, what it is, what rests on it, what is missing; edited in place. */
import { Pencil } from 'lucide-react';
import { gradeText } from '../../../domain/derive/grades.ts';
import { reliabilityWords, stanceSigns, stanceWords } from '../../../domain/derive/words.ts';
import { dateWords } from '../../../domain/date/date-words.ts';
import { hostOf } from '../../../domain/derive/address.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Chip } from '../../ui/chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { sourceName } from '../desk/judge/source-name.ts';
import { useDocument } from '../document/document-context.ts';
import { SourceEditor } from '../source/source-editor.tsx';
import { ClaimLinks } from './claim-links.tsx';
import { GradeMenu, SourceMenu } from './source-menu.tsx';
import type { SourceRow } from './source-rows.ts';
import styles from './sources.module.css';

export interface SourceItemProps {
  row: Extract<SourceRow, { kind: 'source' }>;
  /** Whether I may change sources. */
  may: boolean;
  showsOrigin: boolean;
  isSelected: boolean;
  isEditing: boolean;
  onToggle(): void;
  onEdit(open: boolean): void;
}

export function SourceItem(props: SourceItemProps) {
  const { row, may, showsOrigin, isSelected, isEditing, onToggle, onEdit } = props;
  const { id } = useDocument();
  const { source, evidence, claims } = row.use;
  const name = sourceName(source);
  const copies = source.archived.filter((copy) => !copy.removed).length;
  const { reliability } = source;
  const facts = [
    source.publisher || hostOf(source.url),
    source.author,
    source.medium,
    source.published && dateWords(source.published.edtf),
    source.language,
    showsOrigin && row.origin.name && `origin: ${row.origin.name}`,
  ].filter(Boolean);
  return (
    <article className={styles.source} aria-label={name}>
      {may && (
        <Checkbox isSelected={isSelected} onChange={onToggle}>
          <span className="visually-hidden">Select {name}</span>
        </Checkbox>
      )}
      {may ? (
        <GradeMenu source={source} />
      ) : (
        <span title={reliability ? reliabilityWords[reliability] : 'Not graded'}>
          <Chip className={styles.letter ?? ''}>
            <span className="visually-hidden">
              {reliability ? 'Reliability ' : 'Reliability not graded '}
            </span>
            <span aria-hidden={!reliability}>{reliability ?? '–'}</span>
          </Chip>
        </span>
      )}
      <div className={styles.what}>
        {source.url ? (
          <a href={source.url} target="_blank" rel="noopener noreferrer nofollow">
            {name}
          </a>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        <span className={styles.facts}>{facts.join(' · ')}</span>
        {claims.length > 0 && (
          <span className={styles.facts}>
            {evidence.slice(0, 6).map((piece) => (
              <span key={piece.id} className={styles.piece} title={stanceWords[piece.stance]}>
                {stanceSigns[piece.stance]}
                {gradeText({ reliability, credibility: piece.credibility })}{' '}
              </span>
            ))}
            on <ClaimLinks document={id} claims={claims} />
          </span>
        )}
      </div>
      <div className={styles.badges}>
        {evidence.length === 0 && <Chip>unused</Chip>}
        {copies > 0 ? (
          <Chip>{copies === 1 ? 'archived' : `${copies} copies`}</Chip>
        ) : (
          <Chip tone="warn">not archived</Chip>
        )}
        {source.protected && <Chip tone="accent">protected</Chip>}
      </div>
      {may && (
        <span className={styles.ways}>
          <IconButton
            label={isEditing ? `Close ${name}` : `Edit ${name}`}
            aria-expanded={isEditing}
            icon={<Pencil size={14} aria-hidden />}
            onPress={() => onEdit(!isEditing)}
          />
          <SourceMenu source={source} />
        </span>
      )}
      {isEditing && may && (
        <div className={styles.editing}>
          <SourceEditor source={source} onClose={() => onEdit(false)} />
        </div>
      )}
    </article>
  );
}
