/** Giving commands and taking them back, each with its message. */
import { useCallback, useRef } from 'react';
import type { ArgsOf, CommandName } from '../../../domain/command/list.ts';
import { isRefusal, type Refusal } from '../../../domain/refusal.ts';
import type { DocumentHandle } from '../../store/document.ts';
import type { Done, RecordStore } from '../../store/record-store.ts';
import { notify } from '../../ui/toast.tsx';
import { answered } from './answered.ts';
import type { Desk, GiveOptions } from './desk-context.ts';

type Offer = Required<Parameters<typeof notify>[0]>;

interface Offered {
  /** Whether what it offers can still be done. */
  holds(): boolean;
  /** Takes the message away. */
  end(): void;
}

/** Of what was taken back or done again, the last message is enough. */
const TURNED = 'turned';

export function useCommands(
  handle: DocumentHandle,
  store: RecordStore,
): Pick<Desk, 'give' | 'undo' | 'redo'> {
  // Messages that still offer to take something back or to do it again.
  const offers = useRef(new Set<Offered>());

  /** Says what was done, with what turns it around for as long as that can be done. */
  const offer = useCallback((message: Offer, holds: () => boolean) => {
    offers.current.add({ holds, end: notify(message) });
  }, []);

  /** However it was turned around: what was offered must not be offered any more. */
  const endOffers = useCallback(() => {
    for (const each of offers.current) {
      if (each.holds()) continue;
      each.end();
      offers.current.delete(each);
    }
  }, []);

  const redo = useCallback<Desk['redo']>(
    (commandId) => {
      const redone = store.redo(commandId);
      endOffers();
      if (!redone) return notify({ text: 'There is nothing to do again.' });
      void redone.result.then((result) =>
        notify({
          text: isRefusal(result) ? result.reason : `Done again: ${redone.was}.`,
          kind: TURNED,
        }),
      );
    },
    [store, endOffers],
  );

  const undo = useCallback<Desk['undo']>(
    (commandId) => {
      const undone = store.undo(commandId);
      endOffers();
      if (!undone) return notify({ text: 'There is nothing of yours to take back.' });
      const { deed, was, reversible } = undone;
      void undone.result.then((result) => {
        const text = isRefusal(result) ? result.reason : `Taken back: ${was}.`;
        if (isRefusal(result) || !reversible) return notify({ text, kind: TURNED });
        const action = { label: 'Do again', run: () => redo(deed) };
        offer({ text, action, kind: TURNED }, () => store.canRedo(deed));
      });
    },
    [store, redo, offer, endOffers],
  );

  const give = useCallback<Desk['give']>(
    async <Name extends CommandName>(
      name: Name,
      args: ArgsOf<Name>,
      { quiet = false, tellsRefusal = false, onRefused, step, said }: GiveOptions = {},
    ): Promise<Done | Refusal | null> => {
      const { commandId, result: answer } = store.dispatch(name, args, step?.commandId);
      if (step) step.commandId ??= commandId;
      if (onRefused) void answer.then((late) => isRefusal(late) && onRefused(late));
      const result = await answered(handle, answer);
      if (result === null) {
        // A success long after the deed is no news; a refusal is.
        void answer.then((late) => isRefusal(late) && notify({ text: late.reason }));
      } else if (isRefusal(result)) {
        if (!tellsRefusal) notify({ text: result.reason });
      } else if (!quiet) {
        const text = `${said ?? result.done}.`;
        if (!result.undoable) notify({ text, kind: name });
        else {
          // This very command, whatever was given since.
          const deed = step?.commandId ?? commandId;
          const action = { label: 'Undo', run: () => undo(deed) };
          offer({ text, action, kind: name }, () => store.canUndo(deed));
        }
      }
      return result;
    },
    [handle, store, undo, offer],
  );

  return { give, undo, redo };
}
