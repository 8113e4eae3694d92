/**
 * A page whose code is fetched when it is first shown. Not React's own `lazy`:
 * that holds what replaces a fallback back until 300 ms have passed, which was
 * a third of the time that a document took to open.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

type Code<Props> =
  | { readonly page: ComponentType<Props> }
  | { readonly page: null; readonly error?: unknown };

/** Shows `waiting` until the code is there; a failure goes to the error boundary around it. */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode,
): ComponentType<Props> {
  let code: Code<Props> = { page: null };
  return function LazyPage(props: Props) {
    const [known, setKnown] = useState(code);
    useEffect(() => {
      if (code.page) return;
      let left = false;
      const show = (outcome: Code<Props>): void => {
        if (outcome.page) code = outcome;
        if (!left) setKnown(outcome);
      };
      load().then(
        (page) => show({ page }),
        (error: unknown) => show({ page: null, error }),
      );
      return () => {
        left = true;
      };
    }, []);
    if (known.page) return <known.page {...props} />;
    if ('error' in known) throw known.error;
    return waiting;
  };
}
