/** A document's title, and putting it away. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { navigate } from 'wouter/use-browser-location';
import { mayDeleteDocuments } from '../../../domain/policy/workspace.ts';
import { limits } from '../../../domain/limits.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { notify } from '../../ui/toast.tsx';
import { useMe } from '../account/signed-in.tsx';
import { type DocumentRow, renameDocument } from '../api/documents.ts';
import { queryClient } from '../api/query-client.ts';
import { putAway } from '../home/put-away.ts';
import styles from './members.module.css';

export function DocumentSettings({
  document,
  archived,
}: {
  document: DocumentRow;
  archived: boolean;
}) {
  const mayDelete = mayDeleteDocuments(useMe()) === null;
  const [title, setTitle] = useState(document.title);
  const rename = useMutation({
    mutationFn: () => renameDocument(document.id, title.trim()),
    onSuccess: () => {
      notify({ text: `Renamed to “${title.trim()}”.` });
      return queryClient.invalidateQueries({ queryKey: ['documents'] });
    },
  });
  const move = useMutation({
    mutationFn: (way: 'archive' | 'unarchive' | 'delete') => putAway(document, way),
    onSuccess: (_, way) => {
      if (way === 'delete') navigate('/');
    },
  });

  return (
    <Section title="Document">
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <div className={styles.line}>
          <TextField
            label="Title"
            value={title}
            onChange={setTitle}
            maxLength={limits.line}
            isRequired
          />
          <Button
            type="submit"
            isPending={rename.isPending}
            isDisabled={title.trim() === document.title}
          >
            Rename
          </Button>
        </div>
      </Form>
      {rename.isError && (
        <Notice tone="danger">The title is as it was. {rename.error.message}</Notice>
      )}
      {move.isError && <Notice tone="danger">{move.error.message}</Notice>}
      <div className={styles.rows}>
        <div className={styles.row}>
          <div className={styles.who}>
            <p className={styles.name}>{archived ? 'Take out of the archive' : 'Archive'}</p>
            <p className={styles.detail}>
              {archived
                ? 'It shows among the documents again.'
                : 'It leaves the list of documents; everything in it stays, and members can still open it.'}
            </p>
          </div>
          <Button
            isPending={move.isPending}
            onPress={() => move.mutate(archived ? 'unarchive' : 'archive')}
          >
            {archived ? 'Take out' : 'Archive'}
          </Button>
        </div>
        {mayDelete && (
          <div className={styles.row}>
            <div className={styles.who}>
              <p className={styles.name}>Delete</p>
              <p className={styles.detail}>For everybody. Can be taken back right afterwards.</p>
            </div>
            <Button onPress={() => move.mutate('delete')}>Delete</Button>
          </div>
        )}
      </div>
    </Section>
  );
}
