import { describe, expect, test } from 'vitest';
import { exportFileName } from '../../../server/exporters/file-name.ts';

describe('a file name', () => {
  const kind = { extension: 'html', mediaType: 'text/html' };

  test.each([
    [
      'Russian Offensive Campaign Assessment, November 25',
      'russian-offensive-campaign-assessment-november-25.html',
    ],
    ['../../etc/passwd\r\nX: y', 'etc-passwd-x-y.html'],
    ['Ünïcode — 漢字', 'unicode-漢字.html'],
    ['"; rm -rf', 'rm-rf.html'],
    ['', 'document.html'],
    ['🙂', 'document.html'],
  ])('of %j is %s', (title, name) => {
    expect(exportFileName(title, kind)).toBe(name);
  });

  test('is never long', () => {
    expect(exportFileName('x'.repeat(300), kind).length).toBeLessThan(100);
  });
});
