/** Ctrl or ⌘ with Enter sends a form from whatever field of it one is in: Enter alone is a new line in many. */
import type { KeyboardEvent } from 'react';

export function sendByKey(event: KeyboardEvent<HTMLFormElement>): void {
  const { currentTarget, target, key, ctrlKey, metaKey, nativeEvent } = event;
  if (key !== 'Enter' || !(ctrlKey || metaKey)) return;
  // React passes on the keys of what is open over the form, too.
  const inside = target instanceof Node && currentTarget.contains(target);
  if (event.defaultPrevented || nativeEvent.isComposing || !inside) return;
  event.preventDefault();
  currentTarget.requestSubmit();
}
