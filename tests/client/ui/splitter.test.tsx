// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Splitter, type SplitterProps } from '../../../client/ui/splitter.tsx';

beforeAll(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => document.body.replaceChildren());

function show(props: Partial<SplitterProps>) {
  const heard = { widths: [] as number[], toggles: 0 };
  const host = document.body.appendChild(document.createElement('div'));
  act(() =>
    createRoot(host).render(
      <Splitter
        label="Claims pane"
        value={300}
        min={200}
        max={500}
        pane="left"
        controls="claims"
        onChange={(width) => heard.widths.push(width)}
        onToggle={() => heard.toggles++}
        {...props}
      />,
    ),
  );
  const bar = host.querySelector('[role=separator]');
  if (!(bar instanceof HTMLElement)) throw new Error('No separator');
  const press = (key: string): boolean => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    act(() => void bar.dispatchEvent(event));
    return event.defaultPrevented;
  };
  const pointer = (type: string, clientX: number): void => {
    act(
      () =>
        void bar.dispatchEvent(
          new PointerEvent(type, { clientX, button: 0, pointerId: 1, bubbles: true }),
        ),
    );
  };
  bar.setPointerCapture = () => undefined;
  return { ...heard, heard, bar, press, pointer };
}

test('tells its place and range to assistive technology', () => {
  const { bar } = show({});
  expect(bar.getAttribute('aria-valuenow')).toBe('300');
  expect(bar.getAttribute('aria-valuemax')).toBe('500');
  expect(bar.getAttribute('aria-controls')).toBe('claims');
});

test('arrows move the edge in the direction of the arrow, whichever side the pane is on', () => {
  const left = show({ pane: 'left' });
  left.press('ArrowRight');
  left.press('ArrowLeft');
  expect(left.heard.widths).toEqual([316, 284]);
  const right = show({ pane: 'right' });
  right.press('ArrowRight');
  right.press('ArrowLeft');
  expect(right.heard.widths).toEqual([284, 316]);
});

test('never leaves its range', () => {
  const { press, heard } = show({ value: 495 });
  press('ArrowRight');
  press('Home');
  press('End');
  expect(heard.widths).toEqual([500, 200, 500]);
});

test('Enter folds; other keys are left to the page', () => {
  const { press, heard } = show({});
  expect(press('Enter')).toBe(true);
  expect(heard.toggles).toBe(1);
  expect(press('Tab')).toBe(false);
  expect(heard.widths).toEqual([]);
});

test('follows the pointer only between press and release', () => {
  const { pointer, heard } = show({});
  pointer('pointermove', 50);
  pointer('pointerdown', 300);
  pointer('pointermove', 340);
  pointer('pointerup', 340);
  pointer('pointermove', 400);
  expect(heard.widths).toEqual([340]);
});
