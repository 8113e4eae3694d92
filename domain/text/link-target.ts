// What a link in the text may point to. One check for the schema, the gate and
// everything that writes HTML, so that no way in can let a script through.
import { limits } from '../limits.ts';

const target = /^(?:https?:\/\/[^\s/?#]|mailto:[^\s@]+@)\S*$/iu;
// oxlint-disable-next-line no-control-regex -- browsers drop control characters before they read the scheme
const control = /[\u0000-\u001f\u007f-\u009f]/;

/** Whether `href` is an absolute http, https or mailto address without white space or control characters. */
export function isLinkTarget(href: unknown): href is string {
  return (
    typeof href === 'string' &&
    href.length <= limits.url &&
    target.test(href) &&
    !control.test(href)
  );
}
