/** The archived copies of a source: where they lie, the file with its hash, and the way to more of them. */
import { Link2, Upload, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { mayChangeSources } from '../../../domain/policy/document.ts';
import { fileKind, UPLOADS } from '../../../domain/record/file-kind.ts';
import type { ArchivedCopy, Source } from '../../../domain/record/source.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { addressOf, hostOf } from '../../../domain/derive/address.ts';
import { limits } from '../../../domain/limits.ts';
import { newId } from '../../store/new-id.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { JobBar } from '../../ui/progress-bar.tsx';
import { notify } from '../../ui/toast.tsx';
import { exactTime } from '../../ui/time-words.ts';
import { useMe } from '../account/signed-in.tsx';
import { ApiProblem } from '../api/request.ts';
import { fileAddress, uploadCopy } from '../api/sources.ts';
import { useDocument } from '../document/document-context.ts';
import { capturedIn, readLocalTime } from './captured.ts';
import styles from './source.module.css';

export function ArchivedCopies({ source }: { source: Source }) {
  const { live } = useDocument();
  const may = mayChangeSources(live.store.me.role) === null;
  const copies = source.archived.filter((copy) => !copy.removed);
  return (
    <div className={styles.editor} role="group" aria-label="Archived copies">
      {copies.length > 0 && (
        <ul className={styles.copies} aria-label="Archived copies">
          {copies.map((copy) => (
            <Copy key={copy.id} source={source} copy={copy} may={may} />
          ))}
        </ul>
      )}
      {may && <AddCopy source={source} />}
    </div>
  );
}

function Copy({ source, copy, may }: { source: Source; copy: ArchivedCopy; may: boolean }) {
  const { id, give } = useDocument();
  const { file, url, capturedAt } = copy;
  const kind = file ? fileKind(file.mediaType) : undefined;
  const name = file ? file.name : hostOf(url) || url;
  return (
    <li className={styles.copy}>
      {file && kind?.preview && (
        // Only what was recognised as an image; an image runs nothing.
        <img src={fileAddress(id, file.sha256)} alt="" loading="lazy" />
      )}
      <div className={styles.copyWords}>
        {file ? (
          <a href={fileAddress(id, file.sha256)} download={file.name}>
            {file.name}
          </a>
        ) : (
          <a href={url} target="_blank" rel="noopener noreferrer nofollow">
            Copy at {name}
          </a>
        )}
        <div className={styles.from}>
          {file && `${kind?.name ?? file.mediaType}, ${sizeWords(file.bytes)} · `}
          captured{' '}
          <time dateTime={new Date(capturedAt).toISOString()}>{exactTime(capturedAt)}</time>
        </div>
        {file && <Hash value={file.sha256} />}
      </div>
      {may && (
        <IconButton
          label={`Remove the copy ${name}`}
          icon={<X size={14} aria-hidden />}
          onPress={() =>
            void give('source.remove-copy', { sourceId: source.id, copyId: copy.id, reason: '' })
          }
        />
      )}
    </li>
  );
}

/** Both ends of it; the whole is copied. */
function Hash({ value }: { value: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.hash}>
      <code title={value}>
        SHA-256 {value.slice(0, 12)}…{value.slice(-6)}
      </code>
      <Button
        variant="quiet"
        aria-label={`Copy the SHA-256 ${value}`}
        onPress={() =>
          void navigator.clipboard?.writeText(value).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.round(kilo)} kB` : `${(kilo / 1024).toFixed(1)} MB`;
}

function AddCopy({ source }: { source: Source }) {
  const { give } = useDocument();
  const { uploadMegabytes } = useMe();
  const [linking, setLinking] = useState(false);
  const [url, setUrl] = useState('');
  /** Empty: now, or what the address itself says. */
  const [captured, setCaptured] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const upload = useUpload(source.id, uploadMegabytes, setProblem);

  /** Null where what is written is no time; it has been told then. */
  function capturedAt(otherwise: number): number | null {
    if (captured === '') return otherwise;
    const at = readLocalTime(captured, Date.now());
    if (at === null) setProblem('A copy was captured at a time that has been. Nothing was added.');
    return at;
  }

  async function addLink(): Promise<void> {
    const at = capturedAt(capturedIn(url) ?? Date.now());
    if (at === null) return;
    const result = await give('source.add-copy', {
      sourceId: source.id,
      copyId: newId(),
      url: addressOf(url),
      capturedAt: at,
    });
    if (isRefusal(result)) return setProblem(result.reason);
    setProblem(null);
    setLinking(false);
    setUrl('');
    setCaptured('');
  }

  return (
    <>
      {upload.running ? (
        <div className={styles.upload}>
          <div>
            {upload.running.name}
            <JobBar label={`Uploading ${upload.running.name}`} value={upload.running.share} />
          </div>
          <Button variant="quiet" onPress={upload.cancel}>
            Cancel upload
          </Button>
        </div>
      ) : (
        <div className={styles.copyActions}>
          <Button icon={<Upload size={14} aria-hidden />} onPress={() => picker.current?.click()}>
            Upload a copy
          </Button>
          <Button
            variant="quiet"
            icon={<Link2 size={14} aria-hidden />}
            aria-expanded={linking}
            onPress={() => setLinking(!linking)}
          >
            Link to a copy
          </Button>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label="Archived copy to upload"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              const at = file ? capturedAt(Date.now()) : null;
              if (!file || at === null) return;
              setCaptured('');
              void upload.start(file, at);
            }}
          />
        </div>
      )}
      {!upload.running && (
        <TextField
          label="Captured"
          type="datetime-local"
          hint="When the copy was made. Empty: now, or as the address of a web archive says."
          value={captured}
          onChange={setCaptured}
          className={styles.captured ?? ''}
        />
      )}
      {linking && (
        <div className={styles.addLink}>
          <TextField
            label="Address of the archived copy"
            type="url"
            placeholder="https://web.archive.org/…"
            value={url}
            onChange={setUrl}
            maxLength={limits.url}
            autoFocus
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // The form around it would be given instead.
              event.preventDefault();
              void addLink();
            }}
          />
          <div className={styles.copyActions}>
            <Button isDisabled={url.trim() === ''} onPress={() => void addLink()}>
              Add the link
            </Button>
          </div>
        </div>
      )}
      <p className={styles.hint}>
        {UPLOADS}, up to {uploadMegabytes} MB.
      </p>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
    </>
  );
}

interface Running {
  readonly name: string;
  readonly share: number | null;
}

function useUpload(source: string, megabytes: number, tell: (problem: string | null) => void) {
  const { id, give } = useDocument();
  const [running, setRunning] = useState<Running | null>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);

  async function start(file: File, captured: number): Promise<void> {
    if (file.size > megabytes * 1024 * 1024) {
      return tell(
        `“${file.name}” has ${sizeWords(file.size)}; a copy may have at most ${megabytes} MB. Nothing was sent.`,
      );
    }
    tell(null);
    const own = new AbortController();
    const copy = newId();
    control.current = own;
    setRunning({ name: file.name, share: 0 });
    try {
      await uploadCopy(
        file,
        { document: id, source, copy, url: '', captured },
        {
          signal: own.signal,
          onProgress: (share) => setRunning({ name: file.name, share }),
        },
      );
      const undo = () =>
        void give('source.remove-copy', { sourceId: source, copyId: copy, reason: '' });
      notify({ text: 'Archived copy uploaded.', action: { label: 'Undo', run: undo } });
    } catch (error) {
      if (!own.signal.aborted) {
        tell(
          error instanceof ApiProblem ? error.message : 'The upload failed. Nothing was stored.',
        );
      }
    } finally {
      setRunning(null);
    }
  }

  return { running, start, cancel: () => control.current?.abort() };
}
