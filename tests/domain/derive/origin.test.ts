import { expect, test } from 'vitest';
import { originGroupOf, originName, sameOriginCandidate } from '../../../domain/derive/origin.ts';
import { ANA, Desk, id } from '../desk.ts';

function sources() {
  const it = new Desk();
  const add = (name: string, url: string, origin = '') =>
    it.does(ANA, 'source.add', { sourceId: id(name), source: { title: name, url, origin } });
  add('post', 'https://t.me/rybar/1', 'Rybar');
  add('later', 'https://t.me/rybar/2');
  add('again', 'https://t.me/rybar/3');
  add('other', 'https://t.me/wargonzo/1');
  add('offline', '');
  const get = (name: string) => {
    const found = it.state.sources.get(id(name));
    if (!found) throw new RangeError(name);
    return found;
  };
  return { it, get };
}

test('a source belongs to the origin that somebody named, else to its channel, else to itself', () => {
  const { get } = sources();
  expect(originGroupOf(get('post'))).toBe('rybar');
  expect(originGroupOf(get('later'))).toBe(originGroupOf(get('again')));
  expect(originGroupOf(get('later'))).not.toBe(originGroupOf(get('other')));
  expect(originGroupOf(get('offline'))).toBe(id('offline'));
  expect(originName(get('later'))).toBe('t.me/rybar');
});

test('the same channel in another group is offered, until it is one', () => {
  const { it, get } = sources();
  const candidate = (name: string) => sameOriginCandidate(get(name), it.state.sources.values());
  expect(candidate('later')?.title).toBe('post');
  expect(candidate('other')).toBeNull();
  expect(candidate('offline')).toBeNull();
  it.does(ANA, 'source.set-origins', {
    origins: ['later', 'again'].map((name) => ({ sourceId: id(name), origin: 'Rybar' })),
  });
  expect(candidate('later')).toBeNull();
});
