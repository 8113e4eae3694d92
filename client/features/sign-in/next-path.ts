/** Where to go after signing in: a path of this site, never another one. */
export function nextPath(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  // The same parser that the browser uses, which reads `//host`, `/\host` and more as another site.
  const here = 'http://attest.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, here)) return '/';
  const url = new URL(next, here);
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : '/';
}
