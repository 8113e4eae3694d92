/** What the address asks for once: the rest of it is read elsewhere, and its changing draws nothing here. */
import { useLocationProperty } from 'wouter/use-browser-location';

/** Of the address's query these alone, as one string that is empty where it has none of them. */
export function useAsked(names: readonly string[]): URLSearchParams {
  return new URLSearchParams(
    useLocationProperty(() => {
      const all = new URLSearchParams(window.location.search);
      const asked = new URLSearchParams();
      for (const name of names) {
        const value = all.get(name);
        if (value !== null) asked.set(name, value);
      }
      return asked.toString();
    }),
  );
}

/** The address without them. What else stands in it stays: how the list is filtered. */
export function withoutAsked(names: readonly string[]): string {
  const { pathname, search } = window.location;
  const query = new URLSearchParams(search);
  for (const name of names) query.delete(name);
  const rest = query.toString();
  return rest === '' ? pathname : `${pathname}?${rest}`;
}
