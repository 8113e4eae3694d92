// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Form } from 'react-aria-components/Form';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DateField } from '../../../client/ui/date-field.tsx';
import {
  type DateText,
  dateOf,
  dateProblem,
  readDate,
  withWords,
} from '../../../client/ui/date-text.ts';

beforeAll(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => document.body.replaceChildren());

const none: DateText = { edtf: '', asWritten: '' };

describe('the text of a date', () => {
  test('words fill in the figures, and go on doing so until somebody wrote other figures', () => {
    const first = withWords(none, 'on November 23', 'en');
    expect(first).toEqual({ asWritten: 'on November 23', edtf: 'XXXX-11-23' });
    expect(withWords(first, 'on November 24', 'en').edtf).toBe('XXXX-11-24');
    const mine = { ...first, edtf: '2022-11-23' };
    expect(withWords(mine, 'on November 24', 'en').edtf).toBe('2022-11-23');
    expect(withWords(none, 'soon', 'en')).toEqual({ asWritten: 'soon', edtf: '' });
  });

  test('dates in words, small letters and dashes are taken for figures where that is certain', () => {
    expect(readDate('xxxx-11-23', 'en').edtf).toBe('XXXX-11-23');
    expect(readDate(' 2026–11–23 ', 'en').edtf).toBe('2026-11-23');
    expect(readDate('Nov. 23, 2022', 'en')).toEqual({
      edtf: '2022-11-23',
      asWritten: 'Nov. 23, 2022',
    });
    expect(readDate('23. November', 'de').edtf).toBe('XXXX-11-23');
    expect(readDate('soon', 'en').edtf).toBe('SOON');
  });

  test('what is wrong is said in words', () => {
    expect(dateProblem(none)).toBeNull();
    expect(dateProblem({ edtf: 'XXXX-11-23', asWritten: '' })).toBeNull();
    expect(dateProblem({ edtf: '2023-02-29', asWritten: '' })).toMatch(/calendar/);
    expect(dateProblem({ edtf: 'SOON', asWritten: '' })).toMatch(/X for what is not known/);
    expect(dateProblem({ edtf: '', asWritten: 'soon' })).toMatch(/which date/);
    expect(dateOf(none)).toBeNull();
  });
});

function Field({ asOf }: { asOf?: string }) {
  const [value, setValue] = useState(none);
  return (
    <Form>
      <DateField
        label="Date"
        value={value}
        onChange={setValue}
        asOf={asOf ? { edtf: asOf, name: 'the date of the text' } : null}
      />
    </Form>
  );
}

function show(asOf?: string) {
  const host = document.body.appendChild(document.createElement('div'));
  act(() => createRoot(host).render(<Field {...(asOf && { asOf })} />));
  const [words, figures] = host.querySelectorAll('input');
  if (!words || !figures) throw new Error('No fields');
  return { host, words, figures, status: () => host.querySelector('[role="status"]')?.textContent };
}

function type(field: HTMLInputElement, value: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('the field', () => {
  test('explains X, says what the figures mean, and invents no year', () => {
    const { words, figures, status } = show();
    expect(status()).toContain('X for what is not said');
    type(words, 'on November 23');
    expect(figures.value).toBe('XXXX-11-23');
    expect(status()).toBe('23 November; the year is not known.');
  });

  test('offers the year that the date of the text would give, and takes it when asked', () => {
    const { host, words, figures, status } = show('2022-11-25');
    type(words, 'on Monday');
    expect(figures.value).toBe('XXXX-XX-XX');
    const offer = host.querySelector('button');
    expect(offer?.textContent).toBe('By the date of the text: 21 November 2022?');
    act(() => offer?.click());
    expect(figures.value).toBe('2022-11-21');
    expect(words.value).toBe('on Monday');
    expect(status()).toBe('21 November 2022.');
    expect(host.querySelector('button')).toBeNull();
  });

  test('a date that is none is refused in words, at its field', () => {
    const { host, figures } = show();
    type(figures, '2023-02-29');
    act(() => void host.querySelector('form')?.checkValidity());
    const about = figures.getAttribute('aria-describedby')?.split(' ') ?? [];
    const told = about.map((id) => document.getElementById(id)?.textContent ?? '').join('');
    expect(told).toContain('The calendar has no such date.');
  });
});
