/** The languages that a text can be said to be in, by their English names. */
import type { Choice } from '../../ui/select.tsx';

const known = (
  'sq am ar hy az be bn bg my ca zh zh-Hant hr cs da nl en et fa fi fr gl ka de el gu ha he hi hu id it ja kn kk km ' +
  'ko ky lo lv lt mk ml mr nb ne pa pl ps pt ro ru sr sd si sk sl so es sw sv tg ta te th tr uk ur uz vi'
).split(' ');

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** "Arabic"; the tag itself where nobody has a name for it. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** By name, `chosen` among them whatever it is, after "not said". */
export function languageChoices(chosen: string): Choice<string>[] {
  const tags = known.includes(chosen) || chosen === '' ? known : [...known, chosen];
  return [
    { id: '', name: 'Not said' },
    ...tags
      .map((id) => ({ id, name: languageName(id) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  ];
}
