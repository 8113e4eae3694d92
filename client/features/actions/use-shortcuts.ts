/** Listens to the keyboard for as long as the desk is open. */
import { useEffect, useRef } from 'react';
import type { Desk } from '../desk/desk-context.ts';
import { actions } from './list.ts';
import { Shortcuts } from './shortcuts.ts';
import { singleKeysOn } from './single-keys.ts';

export function useShortcuts(desk: Desk): void {
  const newest = useRef(desk);
  newest.current = desk;
  useEffect(() => {
    const shortcuts = new Shortcuts(actions);
    let told = false;
    const press = (event: KeyboardEvent): void => {
      // A dialog, a menu or a list has taken it, or will.
      if (event.defaultPrevented || inWidget(event.target, event.code)) return;
      const meaning = shortcuts.meaningOf(event, { single: singleKeysOn() });
      if (meaning === 'burst') {
        if (!told) newest.current.say('Typing? No field was selected.');
        told = true;
        return;
      }
      told = false;
      if (!meaning || meaning.action.isEnabled?.(newest.current) === false) return;
      event.preventDefault();
      meaning.action.run(newest.current);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Enter and the arrows belong to whatever control has the focus; everything belongs to an open dialog or menu. */
function inWidget(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return true;
  const worked = [
    'Enter',
    'Space',
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
  ];
  return (
    worked.includes(code) &&
    target.closest(
      'button, a, summary, [role="button"], [role="tab"], [role="listbox"], [role="radio"], [role="separator"], [role="toolbar"]',
    ) !== null
  );
}
