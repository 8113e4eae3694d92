/** The documents, one a row: what it is, how far it is, who is in it, who changed what when. */
import { Lock } from 'lucide-react';
import { Link } from 'wouter';
import { AvatarStack } from '../../ui/avatar.tsx';
import { Chip } from '../../ui/chip.tsx';
import { classes } from '../../ui/classes.ts';
import { SettledBar, settledCount } from '../../ui/progress-bar.tsx';
import { When } from '../../ui/when.tsx';
import type { DocumentRow, DocumentState } from '../api/documents.ts';
import { asRole } from '../members/role-words.ts';
import { DocumentMenu } from './document-menu.tsx';
import { ForMe } from './for-me.tsx';
import styles from './home.module.css';

export function DocumentTable({
  documents,
  state,
}: {
  documents: readonly DocumentRow[];
  state: DocumentState;
}) {
  // The roles are spelt out because the narrow layout's `display` would take them away.
  return (
    <div className={styles.card}>
      <table
        className={styles.table}
        role="table"
        aria-label={state === 'active' ? 'Documents' : 'Archived documents'}
      >
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Document
            </th>
            <th role="columnheader" scope="col" className={styles.number}>
              Claims
            </th>
            <th role="columnheader" scope="col">
              Progress
            </th>
            {state === 'active' && (
              <th role="columnheader" scope="col">
                For me
              </th>
            )}
            <th role="columnheader" scope="col">
              People
            </th>
            <th role="columnheader" scope="col">
              Changed
            </th>
            <th role="columnheader" scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {documents.map((document) => (
            <Row key={document.id} document={document} state={state} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ document, state }: { document: DocumentRow; state: DocumentState }) {
  const { id, title, claims, progress, people, changed } = document;
  return (
    <tr role="row" className={styles.row}>
      <th role="rowheader" scope="row" className={styles.what}>
        <Link href={`/d/${id}`} className={styles.title}>
          <bdi>{title}</bdi>
        </Link>
        <span className={styles.origin}>
          {document.example && <Chip>Example</Chip>} {origin(document)}
          {document.locked && (
            <>
              {' · '}
              <Lock size={11} aria-hidden className={styles.lock} /> text locked
            </>
          )}
        </span>
      </th>
      <td role="cell" className={classes(styles.number, 'tabular')}>
        {claims}
        <span className={styles.unit}>{claims === 1 ? ' claim' : ' claims'}</span>
      </td>
      <td role="cell" className={styles.progress}>
        {claims === 0 ? (
          <span className={styles.none}>No claims yet</span>
        ) : (
          <>
            <SettledBar progress={progress} />
            <span className={styles.settled}>
              {settledCount(progress)} settled
              {progress.judging > 0 && `, ${progress.judging} being judged`}
            </span>
          </>
        )}
      </td>
      {state === 'active' && (
        <td role="cell" className={styles.mine}>
          <ForMe document={document} />
        </td>
      )}
      <td role="cell" className={styles.people}>
        {people.length > 0 && <AvatarStack people={people} label="Members" />}
      </td>
      <td role="cell" className={styles.changed}>
        <When at={changed.at} />
        {changed.what !== '' && (
          <span className={styles.who}>
            {changed.by.name} {changed.what}
          </span>
        )}
      </td>
      <td role="cell" className={styles.menu}>
        <DocumentMenu document={document} state={state} />
      </td>
    </tr>
  );
}

function origin({ example, importedFrom, role }: DocumentRow): string {
  const begun = example ? 'finished, to look around in' : 'Begun here';
  const from = importedFrom === null ? begun : `From ${importedFrom}`;
  return role === 'lead' ? from : `${from} · you are ${asRole(role)}`;
}
