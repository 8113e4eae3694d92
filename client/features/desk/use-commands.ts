/** Giving commands and taking them back, each with its message. */
import { useCallback, useRef } from 'react';
import type { ArgsOf, CommandName } from '../../../domain/command/list.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { DocumentHandle } from '../../store/document.ts';
import type { Done, RecordStore } from '../../store/record-store.ts';
import { notify } from '../../ui/toast.tsx';
import { answered } from './answered.ts';
import type { Desk } from './desk-context.ts';

export function useCommands(
  handle: DocumentHandle,
  store: RecordStore,
): Pick<Desk, 'give' | 'undo'> {
  // Messages that still offer to take something back, by its command.
  const offers = useRef(new Map<string, () => void>());

  const undo = useCallback<Desk['undo']>(
    (commandId) => {
      const undone = store.undo(commandId);
      // However it was taken back: what was offered must not be offered any more.
      for (const [id, end] of offers.current) {
        if (store.canUndo(id)) continue;
        end();
        offers.current.delete(id);
      }
      if (!undone) return notify({ text: 'There is nothing of yours to take back.' });
      void undone.result.then((result) =>
        notify({ text: isRefusal(result) ? result.reason : `Taken back: ${undone.was}.` }),
      );
    },
    [store],
  );

  const give = useCallback<Desk['give']>(
    async <Name extends CommandName>(
      name: Name,
      args: ArgsOf<Name>,
      { quiet = false } = {},
    ): Promise<Done | Refusal | null> => {
      const { commandId, result: answer } = store.dispatch(name, args);
      const result = await answered(handle, answer);
      if (result === null) {
        // A success long after the deed is no news; a refusal is.
        void answer.then((late) => isRefusal(late) && notify({ text: late.reason }));
      } else if (isRefusal(result)) notify({ text: result.reason });
      else if (!quiet) {
        const end = notify({
          text: `${result.done}.`,
          // This very command, whatever was given since.
          ...(result.undoable && { action: { label: 'Undo', run: () => undo(commandId) } }),
        });
        if (result.undoable) offers.current.set(commandId, end);
      }
      return result;
    },
    [handle, store, undo],
  );

  return { give, undo };
}
