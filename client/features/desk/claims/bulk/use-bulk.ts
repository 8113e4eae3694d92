/** Doing one thing to all selected claims: as many commands as they need, told and taken back as one. */
import { useRef, useState } from 'react';
import type { ArgsOf, CommandName } from '../../../../../domain/command/list.ts';
import { limits } from '../../../../../domain/limits.ts';
import { isRefusal } from '../../../../../domain/refusal.ts';
import { notify } from '../../../../ui/toast.tsx';
import { type Step, useDesk } from '../../desk-context.ts';

export interface Bulk {
  /** 0 to 1 while it works through a big selection, null otherwise. */
  readonly progress: number | null;
  /** `did`: "tagged", after the number of claims. */
  each<Name extends CommandName>(
    name: Name,
    ids: readonly string[],
    argsOf: (ids: string[]) => ArgsOf<Name>,
    did: string,
  ): Promise<void>;
  /** After the command that is under way. */
  cancel(): void;
}

export function useBulk(): Bulk {
  const { give, undo } = useDesk();
  const [progress, setProgress] = useState<number | null>(null);
  const cancelled = useRef(false);

  async function each<Name extends CommandName>(
    name: Name,
    ids: readonly string[],
    argsOf: (ids: string[]) => ArgsOf<Name>,
    did: string,
  ): Promise<void> {
    if (ids.length <= limits.claimsAtOnce)
      return void (await give(name, argsOf([...ids]), { said: `${countOf(ids.length)} ${did}` }));
    const step: Step = {};
    let done = 0;
    cancelled.current = false;
    for (let at = 0; at < ids.length && !cancelled.current; at += limits.claimsAtOnce) {
      const part = ids.slice(at, at + limits.claimsAtOnce);
      setProgress(at / ids.length);
      const result = await give(name, argsOf(part), { quiet: true, step });
      // The message says why; of the other parts some may still need it.
      if (isRefusal(result) && result.code !== 'nothing-to-change') break;
      if (isRefusal(result)) continue;
      done += part.length;
    }
    setProgress(null);
    if (done === 0) return;
    const left = ids.length - done;
    notify({
      text: `${countOf(done)} ${did}.${left > 0 ? ` ${left} left as they were.` : ''}`,
      action: { label: 'Undo', run: () => undo(step.commandId) },
    });
  }

  return { progress, each, cancel: () => (cancelled.current = true) };
}

export function countOf(claims: number): string {
  return claims === 1 ? '1 claim' : `${claims.toLocaleString('en')} claims`;
}
