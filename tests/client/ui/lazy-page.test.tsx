// @vitest-environment happy-dom
import { act, useLayoutEffect, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../../client/ui/error-boundary.tsx';
import { lazyPage } from '../../../client/ui/lazy-page.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

let root: Root;
beforeEach(() => {
  root = createRoot(document.body);
});
afterEach(async () => {
  await act(async () => root.unmount());
});

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;
const shown = (): string => document.body.textContent;

test('something is shown in its place until its code has come, then the page with what it was given', async () => {
  const { promise, resolve } = Promise.withResolvers<typeof Greeting>();
  const Page = lazyPage(() => promise, 'Loading…');
  await act(async () => root.render(<Page name="Ada" />));
  expect(shown()).toBe('Loading…');
  await act(async () => resolve(Greeting));
  expect(shown()).toBe('Hello Ada');
});

test('a page that was shown before is there at once, without another fetch', async () => {
  let fetched = 0;
  const Page = lazyPage(async () => {
    fetched += 1;
    return Greeting;
  }, 'Loading…');
  await act(async () => root.render(<Page key="first" name="Ada" />));
  await act(async () => root.render(<Page key="second" name="Ben" />));
  expect(shown()).toBe('Hello Ben');
  expect(fetched).toBe(1);
});

test('code that comes before anybody waits for it is not missed', async () => {
  const Page = lazyPage(() => Promise.resolve(Greeting), 'Loading…');
  const App = () => {
    const [shows, setShows] = useState(false);
    // Mounting it between the first render and its effects is what the test is about.
    // oxlint-disable-next-line react/set-state-in-effect
    useLayoutEffect(() => setShows(true), []);
    return shows && <Page name="Ada" />;
  };
  await act(async () => root.render(<App />));
  expect(shown()).toBe('Hello Ada');
});

test('code that cannot be fetched is told by the error boundary', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
  const Page = lazyPage<{ name: string }>(async () => {
    throw new Error('no such file');
  }, 'Loading…');
  await act(async () =>
    root.render(
      <ErrorBoundary>
        <Page name="Ada" />
      </ErrorBoundary>,
    ),
  );
  expect(shown()).toContain('This page has stopped working');
  expect(shown()).toContain('no such file');
  silent.mockRestore();
});
