/** What the page on the screen gives to actions. Pages put themselves here; keys, palette and help read it. */
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import { keymap, subscribeToKeymap } from './keymap.ts';
import type { OnScreen, PageName, Pages, Shell } from './pages.ts';

export class Screen {
  #pages: OnScreen = {};
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly get = (): OnScreen => this.#pages;

  put<Name extends PageName>(name: Name, page: Pages[Name]): void {
    this.#change({ ...this.#pages, [name]: page });
  }

  take(name: PageName): void {
    const { [name]: _, ...others } = this.#pages;
    this.#change(others);
  }

  #change(pages: OnScreen): void {
    this.#pages = pages;
    for (const listener of this.#listeners) listener();
  }
}

export const ScreenContext = createContext<{ screen: Screen; shell: Shell } | null>(null);

function useActionsContext(): { screen: Screen; shell: Shell } {
  const context = useContext(ScreenContext);
  if (!context) throw new Error('Actions outside of Actions');
  return context;
}

/** What every page has: palette, help, going elsewhere. */
export function useShell(): Shell {
  return useActionsContext().shell;
}

export function useScreen(): OnScreen {
  const { screen } = useActionsContext();
  return useSyncExternalStore(screen.subscribe, screen.get);
}

/** Lets the actions of this page be done while it is on the screen. Draws the page anew when keys change, so that its hints are true. */
export function useActionsOn<Name extends PageName>(name: Name, page: Pages[Name]): void {
  const { screen } = useActionsContext();
  useKeymap();
  // After each drawing, so that a key never acts on what stood there before.
  useEffect(() => screen.put(name, page), [screen, name, page]);
  useEffect(() => () => screen.take(name), [screen, name]);
}

export function useKeymap(): ReturnType<typeof keymap> {
  return useSyncExternalStore(subscribeToKeymap, keymap);
}
