// @vitest-environment happy-dom
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PersonEvent } from '../../../domain/protocol/person-event.ts';
import { usePersonEvents } from '../../../client/features/api/person-events.ts';

class FakeSource extends EventTarget {
  static all: FakeSource[] = [];
  readonly url: string;
  closed = false;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.all.push(this);
  }

  close(): void {
    this.closed = true;
  }

  say(kind: string, lastEventId: string, data: unknown = { kind }): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data), lastEventId }));
  }
}

const heard: string[] = [];
let unmount: () => void;

function Page({ name, person }: { name: string; person: number }) {
  usePersonEvents(person, ['queue'], (event: PersonEvent) => heard.push(`${name}: ${event.kind}`));
  return null;
}

const latest = (): FakeSource => {
  const source = FakeSource.all.at(-1);
  if (!source) throw new Error('No stream was opened.');
  return source;
};

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  // Without TLS: where there are locks, tests/e2e shows that tabs share.
  vi.stubGlobal('isSecureContext', false);
  FakeSource.all = [];
  heard.length = 0;
  const root = createRoot(document.createElement('div'));
  await act(async () =>
    root.render([
      createElement(Page, { key: 1, name: 'one', person: 7 }),
      createElement(Page, { key: 2, name: 'two', person: 7 }),
    ]),
  );
  unmount = () => act(() => root.unmount());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a tab has one stream for all that listen in it, and none when nobody does', () => {
  expect(FakeSource.all.map(({ url }) => url)).toEqual(['/api/me/events']);
  latest().say('queue', 'p.1');
  latest().say('notifications', 'p.2');
  expect(heard).toEqual(['one: queue', 'two: queue']);
  unmount();
  expect(latest().closed).toBe(true);
});

test('a stream that broke comes back, later each time, and says what it heard last', () => {
  latest().say('queue', 'p.1');
  latest().dispatchEvent(new Event('error'));
  expect(latest().closed).toBe(true);
  vi.advanceTimersByTime(1_500);
  expect(FakeSource.all.map(({ url }) => url)).toEqual([
    '/api/me/events',
    '/api/me/events?after=p.1',
  ]);
  latest().say('missed', 'p.4');
  expect(heard).toEqual(['one: queue', 'two: queue', 'one: missed', 'two: missed']);
  latest().dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(900);
  expect(FakeSource.all).toHaveLength(2);
  vi.advanceTimersByTime(2_200);
  expect(latest().url).toBe('/api/me/events?after=p.4');
  unmount();
  vi.advanceTimersByTime(60_000);
  expect(FakeSource.all).toHaveLength(3);
});

test('what is no event of ours is passed over', () => {
  latest().say('queue', 'p.1', { kind: 'other' });
  latest().dispatchEvent(new MessageEvent('queue', { data: '{', lastEventId: 'p.2' }));
  expect(heard).toEqual([]);
  unmount();
});
