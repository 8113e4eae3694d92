/**
 * A page whose code is fetched when it is first shown. Not React's own `lazy`:
 * that holds what replaces a fallback back until 300 ms have passed, which was
 * a third of the time that a document took to open.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** What has come of fetching it. */
type Code<Props> =
  | { readonly page: ComponentType<Props> }
  | { readonly page: null; readonly error?: unknown };

/** `fetch` has the code come before it is first shown. */
export type LazyPage<Props> = ComponentType<Props> & { fetch(): Promise<unknown> };

/** Shows `waiting` until the code is there; a failure goes to the error boundary around it. */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode,
): LazyPage<Props> {
  let code: Code<Props> = { page: null };
  let fetching: Promise<Code<Props>> | null = null;
  const fetchOnce = (): Promise<Code<Props>> => {
    fetching ??= load().then(
      (page) => (code = { page }),
      (error: unknown) => {
        // Whoever comes next may have better luck.
        fetching = null;
        return { page: null, error };
      },
    );
    return fetching;
  };

  function Lazy(props: Props) {
    const [known, setKnown] = useState(() => {
      // Already here: effects run only after the first paint.
      if (!code.page) void fetchOnce();
      return code;
    });
    useEffect(() => {
      let left = false;
      void fetchOnce().then((outcome) => {
        if (!left) setKnown(outcome);
      });
      return () => {
        left = true;
      };
    }, []);
    if (known.page) return <known.page {...props} />;
    if ('error' in known) throw known.error;
    return waiting;
  }

  return Object.assign(Lazy, { fetch: fetchOnce });
}
