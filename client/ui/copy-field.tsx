/** Something to take along: shown whole, copied with one button. */
import { useRef, useState } from 'react';
import { Button } from './button.tsx';
import styles from './copy-field.module.css';

export function CopyField({ label, value }: { label: string; value: string }) {
  const words = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Without TLS there is no clipboard: select it, so that one key copies it.
      if (words.current) getSelection()?.selectAllChildren(words.current);
    }
  }

  return (
    <div className={styles.secret} role="group" aria-label={label}>
      <code ref={words}>{value}</code>
      <Button onPress={() => void copy()}>{copied ? 'Copied' : 'Copy'}</Button>
      <span className="visually-hidden" role="status">
        {copied ? 'Copied' : ''}
      </span>
    </div>
  );
}
