/** Listens to the keyboard for as long as the desk is open. */
import { useEffect, useEffectEvent } from 'react';
import type { Desk } from '../desk/desk-context.ts';
import type { Action } from './action.ts';
import { keyPlace } from './key-place.ts';
import { actions } from './list.ts';
import { BURST, Shortcuts } from './shortcuts.ts';
import { singleKeysOn } from './single-keys.ts';

export function useShortcuts(desk: Desk): void {
  const offer = useEffectEvent((action: Action) => action.offer({ desk }));
  const tell = useEffectEvent(() => desk.say('Typing? No field was selected.'));
  useEffect(() => {
    const shortcuts = new Shortcuts(actions);
    let waiting: number | undefined;
    let told = false;
    const press = (event: KeyboardEvent): void => {
      // A dialog, a menu or a list has taken it.
      if (event.defaultPrevented) return;
      const place = keyPlace(event.target, event.code, event.shiftKey);
      const meaning = shortcuts.meaningOf(event, place, { single: singleKeysOn() });
      if (meaning === 'burst') {
        window.clearTimeout(waiting);
        if (!told) tell();
        told = true;
        return;
      }
      told = false;
      if (!meaning) return;
      const { action } = meaning;
      if (offer(action)?.off !== null) return;
      event.preventDefault();
      window.clearTimeout(waiting);
      if (action.waits) waiting = window.setTimeout(() => offer(action)?.run(), BURST);
      else offer(action)?.run();
    };
    document.addEventListener('keydown', press);
    return () => {
      window.clearTimeout(waiting);
      document.removeEventListener('keydown', press);
    };
  }, []);
}
