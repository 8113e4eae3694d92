// The largest document that anybody works on, once for each format.
import { expect, test } from 'vitest';
import { exporters } from '../../../server/exporters/list.ts';
import { annotatedHtml } from '../../../server/exporters/annotated-html.ts';
import { largeInput } from './large.ts';
import { documentFor } from './written.ts';

const document = documentFor(annotatedHtml, largeInput(), { audience: 'internal' });

test.each(exporters.map((exporter) => [exporter.id, exporter] as const))(
  '%s holds 10,000 claims with 20,000 pieces of evidence, 30,000 verdicts and 5,000 threads',
  (_, exporter) => {
    const chosen = Object.fromEntries(
      exporter.options.map(({ id, standard }) => [id, standard.internal]),
    );
    const shares: number[] = [];
    let bytes = 0;
    for (const piece of exporter.write({ ...document, chosen }, (share) => shares.push(share))) {
      bytes += piece.length;
    }
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(shares.at(-1)).toBeCloseTo(1);
  },
);
