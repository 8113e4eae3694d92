/** Giving commands and taking them back, each with its message. */
import { useCallback } from 'react';
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
  const undo = useCallback<Desk['undo']>(
    (commandId) => {
      const undone = store.undo(commandId);
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
        notify({
          text: `${result.done}.`,
          // This very command, whatever was given since.
          ...(result.undoable && { action: { label: 'Undo', run: () => undo(commandId) } }),
        });
      }
      return result;
    },
    [handle, store, undo],
  );

  return { give, undo };
}
