/** Listens to the keyboard on behalf of whatever page is on the screen. */
import { useEffect, useState } from 'react';
import { notify } from '../../ui/toast.tsx';
import { type Action, isCharacterKey } from './action.ts';
import { keyPlace } from './key-place.ts';
import { keymap, keysOf } from './keymap.ts';
import { actions } from './list.ts';
import type { Screen } from './screen.ts';
import { BURST, CHORD, Shortcuts } from './shortcuts.ts';

/** Whether the key that says where to go is waited for. */
export function useShortcuts(screen: Screen): boolean {
  const [isGoing, setGoing] = useState(false);
  useEffect(() => {
    const shortcuts = new Shortcuts(actions);
    let waiting: number | undefined;
    let closing: number | undefined;
    let told = false;

    function go(open: boolean): void {
      window.clearTimeout(closing);
      setGoing(open);
      if (open) closing = window.setTimeout(() => setGoing(false), CHORD);
    }

    function act(action: Action): void {
      const offer = action.offer(screen.get());
      if (offer?.off === null) offer.run();
      else if (offer) notify({ text: offer.off });
    }

    function press(event: KeyboardEvent): void {
      // A dialog, a menu or a list has taken it.
      if (event.defaultPrevented) return;
      const place = keyPlace(event.target, event.code, event.shiftKey);
      const meaning = shortcuts.meaningOf(event, place, {
        single: keymap().single,
        keysOf,
        isHere: ({ page }) => screen.get()[page] !== undefined,
      });
      if (meaning === null) return;
      window.clearTimeout(waiting);
      if (meaning === 'burst') {
        go(false);
        if (!told) notify({ text: 'Typing? No field was selected.' });
        told = true;
        return;
      }
      told = false;
      if (meaning === 'chord' || meaning === 'lost') {
        event.preventDefault();
        return go(meaning === 'chord');
      }
      const { action, waits } = meaning;
      go(false);
      // Arrows and Enter that mean nothing here are the browser's; a letter that cannot act says why.
      const isOff = action.offer(screen.get())?.off !== null;
      if (isOff && !keysOf(action).some(isCharacterKey)) return;
      event.preventDefault();
      if (waits) waiting = window.setTimeout(() => act(action), BURST);
      else act(action);
    }

    document.addEventListener('keydown', press);
    return () => {
      window.clearTimeout(waiting);
      window.clearTimeout(closing);
      document.removeEventListener('keydown', press);
    };
  }, [screen]);
  return isGoing;
}
