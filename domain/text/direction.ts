// Which way the lines of a text run, by its language: lists and quotes stand on
// that side. Single paragraphs tell it by their own letters.

const scripts = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);

/** `language` is BCP 47; unknown and empty ones run from left to right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script !== undefined && scripts.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
