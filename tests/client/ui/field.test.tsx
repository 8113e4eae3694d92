// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Form } from 'react-aria-components/Form';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { TextArea, TextField } from '../../../client/ui/field.tsx';

beforeAll(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => document.body.replaceChildren());

function Both() {
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Form>
      <TextField label="Name" value={name} onChange={setName} isRequired />
      <TextArea label="Reason" value={reason} onChange={setReason} isRequired />
    </Form>
  );
}

test.each(['input', 'textarea'])(
  'what is wrong with an %s goes with the first key, not when it is left',
  (tag) => {
    const host = document.body.appendChild(document.createElement('div'));
    act(() => createRoot(host).render(<Both />));
    const field = host.querySelector<HTMLInputElement | HTMLTextAreaElement>(tag);
    const problem = (): string | undefined => {
      const about = field?.getAttribute('aria-describedby')?.split(' ') ?? [];
      return about.map((id) => document.getElementById(id)?.textContent ?? '').join('');
    };
    if (!field) throw new Error('No such field');
    act(() => void host.querySelector('form')?.checkValidity());
    expect(problem()).not.toBe('');
    act(() => {
      const { prototype } = field.constructor as typeof HTMLInputElement;
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, 'A');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(field.value).toBe('A');
    expect(problem()).toBe('');
  },
);
