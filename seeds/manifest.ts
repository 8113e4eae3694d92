// The documents that a new workspace begins with: texts byte for byte as they
// were found, under names that say what they are, and one finished example.
import type { Settings } from '../domain/record/settings.ts';

export interface Seed {
  /** In `texts/`. */
  readonly file: string;
  /** What the file does not say of itself, but whoever put it here knows. */
  readonly settings: Partial<Pick<Settings, 'language' | 'publisher' | 'sourceUrl'>>;
}

export const seeds: readonly Seed[] = [
  {
    file: 'isw-russian-offensive-campaign-assessment-november-25.txt',
    settings: { language: 'en', publisher: 'Institute for the Study of War' },
  },
];

/** The name that the example goes by where a file has one. */
export const exampleFile = 'example.attest.json';
