// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { ClaimPaint } from '../../../client/editor/anchor-registry.ts';
import { ClaimLayer } from '../../../client/editor/claim-layer.ts';
import { until } from '../until.ts';
import {
  anchor,
  claimA,
  claimB,
  claimC,
  doc,
  p,
  section,
  sharedDoc,
  shownAnew,
} from './shared-text.ts';

const paint: ClaimPaint = { stage: 'open', hue: null, label: '' };

function layer(onMoved = (): void => {}): {
  claims: ClaimLayer;
  shared: ReturnType<typeof sharedDoc>;
} {
  const shared = sharedDoc(doc(section(p('The rate fell in May.'), p('Prices rose.'))));
  anchor(shared, claimA, 'The rate fell in May.');
  anchor(shared, claimB, 'rate fell');
  anchor(shared, claimC, 'rate');
  return { claims: new ClaimLayer(shownAnew(shared), onMoved, () => 0), shared };
}

describe('A click on claims', () => {
  test('opens the shortest, then with each further click on the same ones the next', () => {
    const { claims } = layer();
    claims.paint(new Map([claimA, claimB, claimC].map((id) => [id, paint])));
    const opened = [8, 8, 8, 8].map((pos) => claims.click(pos)?.claim);
    expect(opened).toEqual([claimC, claimB, claimA, claimC]);
    expect(claims.click(8)?.claims).toEqual([claimC, claimB, claimA]);
    // Elsewhere it begins with the shortest again.
    expect(claims.click(3)?.claim).toBe(claimA);
    expect(claims.click(8)?.claim).toBe(claimC);
    claims.destroy();
  });

  test('passes over what nobody painted, and opens nothing beside them', () => {
    const { claims } = layer();
    claims.paint(new Map([[claimA, paint]]));
    expect(claims.click(8)).toEqual({ claim: claimA, claims: [claimA], threads: [] });
    expect(claims.click(30)).toBeNull();
    claims.destroy();
  });
});

test('A click tells of threads beside claims, and of threads alone', () => {
  const { claims } = layer();
  claims.paint(new Map([[claimA, paint]]));
  claims.registry.paintThreads(new Map([[claimC, 1]]));
  expect(claims.click(8)).toEqual({ claim: claimA, claims: [claimA], threads: [claimC] });
  claims.paint(new Map());
  expect(claims.click(8)).toEqual({ claim: null, claims: [], threads: [claimC] });
  claims.destroy();
});

describe('Claims that move', () => {
  test('are told of once things have settled', async () => {
    let moved = 0;
    const { claims, shared } = layer(() => {
      moved += 1;
    });
    shared.getXmlFragment('text');
    claims.setDocument(shownAnew(shared));
    claims.setDocument(shownAnew(shared));
    await until(() => moved > 0, 'it was told');
    expect(moved).toBe(1);
    claims.destroy();
  });
});
