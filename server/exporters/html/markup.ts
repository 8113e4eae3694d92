// HTML that cannot be forgotten to escape: whatever a template is given is
// text, unless a template made it. Attributes are always in double quotes.

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or a quoted attribute; control characters become U+FFFD. */
function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
      // oxlint-disable-next-line no-control-regex -- HTML knows no way to write them
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd')
  );
}

/** Finished HTML. Only `html` and `trusted` make it. */
export class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

export type Content = string | number | null | undefined | false | Markup | readonly Content[];

function sourceOf(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Markup) return content.toString();
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return content.map(sourceOf).join('');
}

/** A template whose every value is escaped, unless it is markup already. Lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(
    parts
      .map((part, index) => part + (index < values.length ? sourceOf(values[index] ?? null) : ''))
      .join(''),
  );
}

/** Markup of our own making that no template can express: opening without closing, a style sheet. */
export function trusted(source: string): Markup {
  return new Markup(source);
}
