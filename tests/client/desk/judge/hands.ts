/** Finds things of a page by role and name, as people with a screen reader do, and works them. */
import { act } from 'react';

const selectors = {
  button: 'button, [role="button"]',
  checkbox: 'input[type="checkbox"], [role="checkbox"]',
  radio: 'input[type="radio"], [role="radio"]',
  region: 'section',
  textbox: 'input:not([type]), input[type="text"], input[type="url"], textarea',
} as const;
type FoundRole = keyof typeof selectors;

function nameOf(element: Element): string {
  const labelled = element
    .getAttribute('aria-labelledby')
    ?.split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
  const label = element.closest('label') ?? document.querySelector(`label[for="${element.id}"]`);
  const name = element.getAttribute('aria-label') ?? labelled ?? textOf(label ?? element);
  return name.replace(/\s+/g, ' ').trim();
}

/** Without pictures of keys, which nobody hears. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const hidden of copy.querySelectorAll('[aria-hidden="true"], textarea')) hidden.remove();
  return copy.textContent;
}

export function namesOf(within: Element, role: FoundRole): string[] {
  return [...within.querySelectorAll(selectors[role])].map(nameOf);
}

/** Throws with the names that are there. */
export function byRole(within: Element, role: FoundRole, name: string | RegExp): HTMLElement {
  const found = [...within.querySelectorAll(selectors[role])].find((element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
  );
  if (found instanceof HTMLElement) return found;
  throw new Error(`No ${role} “${name}”, but ${namesOf(within, role).join(' | ')}`);
}

/** Does something on the page, or presses a button of it. */
export function press(what: HTMLElement | (() => void)): void {
  act(() => (typeof what === 'function' ? what() : what.click()));
}

/** Waits for what must come, and draws what comes meanwhile. */
export async function eventually(holds: () => boolean, what: string): Promise<void> {
  for (let round = 0; !holds(); round += 1) {
    if (round === 1000) throw new Error(`Waited in vain until ${what}`);
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
  }
}

/** What somebody types or pastes into a field takes the place of what stood there. */
export function type(field: HTMLElement, words: string): void {
  const prototype = Object.getPrototypeOf(field) as object;
  const set = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  if (!set) throw new Error('This is no field');
  act(() => {
    // React watches the property of the element itself.
    set.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
