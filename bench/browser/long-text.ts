/** A text of one megabyte, the same each time: what a book-length report weighs. */
const PARAGRAPHS = 5_000;
const SENTENCES = [
  'The ministry published the figures late in the evening, without the table they rest on.',
  'Two people who were in the room remember the meeting otherwise than the minutes say.',
  'Nobody has shown yet where that number came from, though it is quoted everywhere.',
  'The second report repeats the first, and names no source of its own.',
];

const LONG_TITLE = 'A long report';

/** As a file to import: a title and paragraphs, each with its number and of about 210 letters. */
export function longText(): string {
  return [LONG_TITLE, ...longParagraphs()].join('\n\n');
}

export function longParagraphs(): string[] {
  return Array.from({ length: PARAGRAPHS }, (_, each) => {
    const first = SENTENCES[each % SENTENCES.length] ?? '';
    const second = SENTENCES[(each * 7 + 1) % SENTENCES.length] ?? '';
    return `Paragraph ${each + 1} begins here. ${first} ${second}`;
  });
}

/** Words in the middle of it that occur once. */
export const MIDDLE = `Paragraph ${PARAGRAPHS / 2} begins here.`;
