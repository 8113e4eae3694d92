/** Where a key press lands: what has the focus decides who may have the key. */
import type { Place } from './action.ts';

const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"]';
/** They go by letters, arrows and Enter themselves; the list of claims leaves the letters to commands. */
const lists = '[role="listbox"]:not([data-claims]), [role="combobox"]';
/** Enter, Space and arrows are theirs. */
const controls =
  'button, a[href], summary, [role="button"], [role="tab"], [role="option"], [role="listbox"], [role="radio"], [role="radiogroup"], [role="separator"], [role="toolbar"]';
const controlKeys = /^(Enter|NumpadEnter|Space|Home|End|Arrow\w+)$/;

export function keyPlace(target: EventTarget | null, code: string, shift = false): Place {
  if (!(target instanceof HTMLElement)) return 'page';
  // The list of claims has no use for it, and the rationale is a ⇧↵ away from anywhere.
  if (shift && code === 'Enter' && target.closest('[data-claims]')) return 'page';
  if (target.closest(overlays) || target.closest(lists)) return 'widget';
  if (target.isContentEditable) return 'text';
  if (isField(target)) return 'field';
  return controlKeys.test(code) && target.closest(controls) ? 'widget' : 'page';
}

/** Somewhere that takes letters. */
function isField(target: HTMLElement): boolean {
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'file', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
