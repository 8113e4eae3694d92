/** The text as it was imported, to read, and the file that it came from. */
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Download } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { buttonClass } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { importedTextQuery } from '../../api/imported-text.ts';
import { useDesk, useRecord } from '../desk-context.ts';
import styles from './original-dialog.module.css';

export function OriginalDialog({ onClose }: { onClose(): void }) {
  const { id, editor } = useDesk();
  const { settings } = useRecord();
  const query = useQuery(importedTextQuery(id, settings.lock.at));
  const text = query.data ? (query.data.text ?? editor?.plainText() ?? '') : null;
  return (
    <Dialog title="The text as it was imported" isOpen wide onClose={onClose}>
      {query.isError && (
        <ErrorState title="The original cannot be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      )}
      {query.isPending && <Skeleton lines={6} />}
      {text !== null && <Lines text={text} language={settings.language} />}
      {settings.original && (
        <p className={styles.file}>
          <a
            className={buttonClass('secondary')}
            href={`/api/documents/${encodeURIComponent(id)}/original`}
            download
          >
            <Download size={14} aria-hidden /> Download <bdi>{settings.original.name}</bdi>
          </a>
          <span className={styles.hash}>SHA-256 {settings.original.sha256.slice(0, 16)}…</span>
        </p>
      )}
    </Dialog>
  );
}

function Lines({ text, language }: { text: string; language: string }) {
  const lines = useMemo(() => text.split('\n'), [text]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => Math.ceil(Math.min(lines[index]?.length ?? 0, 20_000) / 80) * 24 + 10,
    overscan: 6,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
    <div
      ref={scroller}
      className={styles.lines}
      tabIndex={0}
      role="region"
      aria-label="Original"
      lang={language || undefined}
    >
      <div className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <p
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            dir="auto"
            className={styles.line}
            style={{ transform: `translateY(${start}px)` }}
          >
            {lines[index]}
          </p>
        ))}
      </div>
    </div>
  );
}
