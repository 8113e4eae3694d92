/** Marks that no text bears, and anchors above all. */
import { anchorKey } from '../../../../domain/text/mark-key.ts';
import { anchor, stranger } from '../document.ts';
import { format } from '../forge.ts';
import { type Attack, attack, codeEnd, formatted, items, section } from './attack.ts';

export const marks: readonly Attack[] = [
  ...[
    'underline',
    'strong--aaaaaaaa',
    'anchor',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'claim--aaaaaaaa',
    '',
  ].map((key) => attack('outside-schema', `a mark named "${key}"`, () => formatted(key, {}))),
  attack('outside-schema', 'the end of a mark that does not exist', () =>
    formatted('underline', null),
  ),
  ...[true, 'x', 1, [], { onclick: 'x' }].map((value) =>
    attack('outside-schema', `bold as ${JSON.stringify(value)}`, () =>
      formatted('strong', JSON.stringify(value)),
    ),
  ),
  attack('outside-schema', 'bold with a prototype', () =>
    formatted('strong', '{"__proto__":{"x":1}}'),
  ),
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//host',
    '/path',
    '',
  ].map((href) =>
    attack('outside-schema', `a link to ${JSON.stringify(href)}`, () =>
      formatted('link', { href }),
    ),
  ),
  attack('outside-schema', 'a link with more than its target', () =>
    formatted('link', { href: 'https://a.org', onclick: 'x' }),
  ),
  attack('outside-schema', 'a link without a target', () => formatted('link', {})),
  attack('outside-schema', 'bold code', () => formatted('strong', {}, codeEnd)),
  attack('outside-schema', 'the end of bold in code', () => formatted('strong', null, codeEnd)),
  attack('outside-schema', 'a format outside of words', () =>
    items({ parent: section, content: format('strong', {}) }),
  ),
  attack('unknown-anchor', 'an anchor that never was', () =>
    formatted(anchorKey(stranger), { id: stranger }),
  ),
  attack('unknown-anchor', 'the end of an anchor that never was', () =>
    formatted(anchorKey(stranger), null),
  ),
  attack('unknown-anchor', 'an anchor under another’s key', () =>
    formatted(anchorKey(anchor), { id: stranger }),
  ),
  attack('unknown-anchor', 'an anchor under a key made up', () =>
    formatted('anchor--AAAAAAAA', { id: anchor }),
  ),
  attack('outside-schema', 'an anchor under too short a key', () =>
    formatted('anchor--AAAA', { id: anchor }),
  ),
  attack('outside-schema', 'an anchor under a key hashed twice', () =>
    formatted(`${anchorKey(anchor)}--AAAAAAAA`, { id: anchor }),
  ),
  ...[true, [], {}, { id: [anchor] }, { id: anchor, claim: 1 }].map((value) =>
    attack('unknown-anchor', `an anchor of the value ${JSON.stringify(value)}`, () =>
      formatted(anchorKey(anchor), JSON.stringify(value)),
    ),
  ),
];
