import { expect, test } from 'vitest';
import { capturedIn, readLocalTime } from '../../../client/features/source/captured.ts';

const NOW = Date.UTC(2026, 10, 28);

test('an address of a web archive says when its copy was made', () => {
  const at = Date.UTC(2022, 10, 25, 21, 4, 5);
  expect(capturedIn('https://web.archive.org/web/20221125210405/https://example.org/')).toBe(at);
  expect(capturedIn(' http://web.archive.org/web/20221125210405id_/https://example.org/')).toBe(at);
});

test.each([
  'https://example.org/web/20221125210405/',
  'https://web.archive.org/web/2022*/https://example.org/',
  'https://web.archive.org/web/20221325210405/https://example.org/',
  'https://web.archive.org.evil.example/web/20221125210405/',
  '',
])('%j says nothing of it', (address) => expect(capturedIn(address)).toBeNull());

test('a time that is written is read on this device’s clock; none that is to come, nor junk', () => {
  expect(readLocalTime('2022-11-25T21:04', NOW)).toBe(new Date(2022, 10, 25, 21, 4).getTime());
  for (const written of ['', 'soon', '2027-01-01T00:00', '1900-01-01T00:00'])
    expect(readLocalTime(written, NOW), written).toBeNull();
});
