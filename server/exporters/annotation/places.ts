// Where a claim lies, as the selectors of the standard: the words with 32 code
// points on each side, and offsets in code points over the document's plain text.
import { selectorsOf } from '../../../domain/anchor/selectors.ts';
import type { NodeRange } from '../../../domain/anchor/node-ranges.ts';
import type { Claim } from '../../../domain/record/claim.ts';
import { CodePoints } from '../../../domain/text/code-points.ts';
import { NodeText } from '../../../domain/text/plain-text.ts';
import type { ClaimView } from '../claim-view.ts';
import type { ExportDocument } from '../exporter.ts';
import type { TextThread } from '../talk.ts';
import type { JsonObject } from './terms.ts';

type Marked = Pick<Claim, 'quote' | 'position'>;

export class Places {
  readonly #plain: NodeText;
  readonly #points: CodePoints;
  readonly #source: JsonObject;

  constructor({ address, records, text }: ExportDocument) {
    this.#plain = new NodeText(text);
    this.#points = new CodePoints(this.#plain.string);
    const { language } = records.settings;
    this.#source = {
      id: address,
      type: 'Text',
      format: 'text/plain',
      ...(language !== '' && { language }),
    };
  }

  targetOf({ claim, span }: ClaimView): JsonObject {
    return this.#target(span, claim);
  }

  targetOfWords({ first, span }: TextThread): JsonObject {
    return this.#target(span, first.anchor);
  }

  /** Where the words stand now; where they are gone, the quote and place as they were when it was marked. */
  #target(span: NodeRange | null, marked: Marked | null): JsonObject {
    const selectors = span
      ? selectorsOf(
          this.#plain.string,
          this.#plain.offsetOf(span.from),
          this.#plain.offsetOf(span.to),
          this.#points,
        )
      : marked;
    if (selectors === null) return this.#source;
    const { position, quote } = selectors;
    return {
      type: 'SpecificResource',
      source: this.#source,
      selector: [
        { type: 'TextQuoteSelector', ...quote },
        { type: 'TextPositionSelector', ...position },
      ],
    };
  }
}
