import { expect, test } from 'vitest';
import { attachedName } from '../../../../client/features/desk/header/attached-name.ts';

const named = (said: string): string | undefined =>
  attachedName(new Headers({ 'content-disposition': said }));

test('a name is read bare, as the server writes one of letters and hyphens', () => {
  expect(named('attachment; filename=campaign-assessment.html')).toBe('campaign-assessment.html');
});

test('a name is read in quotes', () => {
  expect(named('attachment; filename="campaign assessment.html"')).toBe('campaign assessment.html');
});

test('a name in other signs than ASCII is read whole', () => {
  const both = 'attachment; filename="?????.html"; filename*=UTF-8\'\'%D0%BE%D1%82%D1%87.html';
  expect(named(both)).toBe('отч.html');
  expect(named("attachment; filename=a.html; filename*=UTF-8''%E0%A4%A.html")).toBe('a.html');
});

test('no name is no name', () => {
  expect(named('attachment')).toBeUndefined();
  expect(attachedName(new Headers())).toBeUndefined();
});
