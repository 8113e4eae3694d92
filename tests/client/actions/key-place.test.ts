// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { keyPlace } from '../../../client/features/actions/key-place.ts';

const page = `
  <p id="words">Words</p>
  <input id="line" type="search">
  <input id="tick" type="checkbox">
  <textarea id="area"></textarea>
  <div contenteditable="true"><span id="edited">Text</span></div>
  <button id="button"><span id="in-button">Go</span></button>
  <div role="listbox" data-claims><span id="claim">1</span></div>
  <div role="listbox"><span id="option">Other list</span></div>
  <div role="dialog"><button id="in-dialog">Go</button></div>
  <div role="menu"><span id="in-menu">Go</span></div>`;

function place(id: string, code = 'KeyC'): string {
  document.body.innerHTML = page;
  return keyPlace(document.getElementById(id), code);
}

test('letters are commands on the page, on buttons and in the list of claims', () => {
  expect(['words', 'tick', 'button', 'claim'].map((id) => place(id))).toEqual(
    Array(4).fill('page'),
  );
});

test('fields and the edited text take letters', () => {
  expect([place('line'), place('area')]).toEqual(['field', 'field']);
  expect(place('edited')).toBe('text');
});

test('dialogs, menus and other lists take every key', () => {
  for (const id of ['in-dialog', 'in-menu', 'option']) expect(place(id, 'KeyJ')).toBe('widget');
});

test('Enter and arrows belong to the control that has the focus', () => {
  expect(place('in-button', 'Enter')).toBe('widget');
  expect(place('claim', 'ArrowDown')).toBe('widget');
  expect(place('words', 'Enter')).toBe('page');
});

test('from the list of claims ⇧↵ reaches the rationale, as from anywhere', () => {
  document.body.innerHTML = page;
  expect(keyPlace(document.getElementById('claim'), 'Enter', true)).toBe('page');
  expect(keyPlace(document.getElementById('claim'), 'Enter')).toBe('widget');
});

test('no element, no field', () => {
  expect(keyPlace(null, 'KeyC')).toBe('page');
});
