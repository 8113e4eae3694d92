/** The fields of evidence that its author writes; `evidence.add` and `evidence.edit` share them. */
import { evidence } from '../record/evidence.ts';

const { passage, translation, translator, stance, directness, credibility, note, question } =
  evidence.shape;

export const evidenceFields = {
  passage,
  translation,
  translator,
  stance,
  directness,
  credibility,
  note,
  question,
};
