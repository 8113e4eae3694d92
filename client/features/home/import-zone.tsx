/** Where a report is dropped or chosen, and what becomes of it. */
import { Upload, X } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { limits } from '../../../domain/limits.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { JobBar } from '../../ui/progress-bar.tsx';
import styles from './import-zone.module.css';
import { PasteDialog } from './paste-dialog.tsx';
import { UnfinishedImports } from './unfinished-imports.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { type ImportJob, type Imports, megabytes, useImports } from './use-imports.ts';
import { usePaste } from './use-paste.ts';

export function ImportZone() {
  const [pasting, setPasting] = useState(false);
  const imports = useImports((href, more) => {
    // A single file: one wants to see it. One of several: the list is the better place.
    if (!more && imports.jobs.length <= 1) navigate(href);
  });
  const dragging = useFileDrop(imports.add);
  usePaste(imports.add);
  // A text that is through stands among the unfinished imports.
  const jobs = imports.jobs.filter(
    ({ state }) => state.is !== 'done' || state.href.startsWith('/d/'),
  );
  return (
    <section aria-label="Import" className={classes(styles.zone, dragging && styles.dragging)}>
      <div className={styles.invitation}>
        <Upload size={18} aria-hidden className={styles.icon} />
        <div className={styles.words}>
          <p className={styles.title}>
            {dragging ? 'Drop it to import it' : 'Drop a report here to start checking it'}
          </p>
          <p className={styles.note}>
            Text or Markdown, up to {megabytes(limits.importBytes)}, or an Attest bundle; or paste
            it. Nothing leaves this server.
          </p>
        </div>
        <Button variant="quiet" onPress={() => setPasting(true)}>
          Paste a text
        </Button>
        <FileTrigger
          acceptedFileTypes={['.txt', '.text', '.md', '.markdown', 'text/plain', '.json']}
          allowsMultiple
          onSelect={(files) => imports.add([...(files ?? [])])}
        >
          <Button>Choose a file</Button>
        </FileTrigger>
      </div>
      {jobs.length > 0 && (
        <ul className={styles.jobs}>
          {jobs.map((job) => (
            <Job key={job.key} job={job} imports={imports} />
          ))}
        </ul>
      )}
      <UnfinishedImports />
      {pasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onFile={(file) => {
            setPasting(false);
            imports.add([file]);
          }}
        />
      )}
    </section>
  );
}

function Job({ job: { key, file, state }, imports }: { job: ImportJob; imports: Imports }) {
  const failed = state.is === 'failed';
  return (
    <li className={styles.job}>
      <bdi className={styles.name}>{file.name}</bdi>
      {state.is === 'running' && (
        <span className={styles.bar}>
          <JobBar label={`Importing ${file.name}`} value={state.share} />
        </span>
      )}
      <span
        className={classes(styles.state, failed && styles.failed)}
        role={failed ? 'alert' : 'status'}
      >
        {stateWords(state)}
      </span>
      {state.is === 'done' && <Link href={state.href}>Open</Link>}
      {failed && state.mayRetry && (
        <Button variant="quiet" onPress={() => imports.retry(key)}>
          Try again
        </Button>
      )}
      <IconButton
        label={state.is === 'running' ? `Cancel ${file.name}` : `Dismiss ${file.name}`}
        icon={<X size={14} aria-hidden />}
        onPress={() => imports.dismiss(key)}
      />
    </li>
  );
}

function stateWords(state: ImportJob['state']): string {
  switch (state.is) {
    case 'waiting':
      return 'Waiting';
    case 'running':
      return state.share === null ? 'Reading…' : 'Sending…';
    case 'done':
      return 'Imported';
    case 'failed':
      return state.reason;
  }
}
