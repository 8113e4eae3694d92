/**
 * A form that opens within the pane: the focus goes into it and back to the
 * button that opened it (`data-opens` with the form's name), or to the pane
 * where a key did; Esc closes it, Ctrl/⌘ Enter sends it from whatever field
 * one is in.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { sendByKey } from '../../../ui/send-by-key.ts';
import { type FormName, useDesk } from '../desk-context.ts';

export interface PaneFormProps {
  name: FormName;
  label: string;
  className?: string | undefined;
  /** While what it returns is on its way, another press passes by: nothing is given twice. */
  onSubmit(): Promise<void>;
  children: ReactNode;
}

export function PaneForm({ name, label, className, onSubmit, children }: PaneFormProps) {
  const { setForm } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const isGiving = useRef(false);
  // Before the form is on the page, so before any field of it takes the focus.
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    const opened = form.current;
    const pane = opened?.closest('#claim');
    // Where it is higher than the pane, its beginning.
    const tall = (opened?.offsetHeight ?? 0) > (pane?.clientHeight ?? 0) / 2;
    opened?.scrollIntoView({ block: tall ? 'start' : 'nearest' });
    if (opened && !opened.contains(document.activeElement)) {
      opened
        .querySelector<HTMLElement>('input, textarea, button:not([type="submit"])')
        ?.focus({ preventScroll: true });
    }
    return () => {
      // The button comes back with the next drawing.
      setTimeout(() => {
        if (document.activeElement && document.activeElement !== document.body) return;
        const opener = pane?.querySelector(`[data-opens="${name}"]`);
        // Opened by a key: on the button, the next ↵ would be the button's.
        const byKey = before === null || before === document.body;
        const to = byKey ? pane : before.isConnected ? before : opener;
        if (to instanceof HTMLElement) to.focus({ preventScroll: true });
      });
    };
  }, [before, name]);
  return (
    <form
      ref={form}
      className={className}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (isGiving.current) return;
        isGiving.current = true;
        void onSubmit().finally(() => {
          isGiving.current = false;
        });
      }}
      onKeyDown={(event) => {
        const { target } = event;
        // A list that is open over the form closes first; React passes its keys on to here.
        const inside = target instanceof Node && event.currentTarget.contains(target);
        sendByKey(event);
        if (event.key !== 'Escape' || event.defaultPrevented || !inside) return;
        event.preventDefault();
        setForm(null);
      }}
    >
      {children}
    </form>
  );
}
