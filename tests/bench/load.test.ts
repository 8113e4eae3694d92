import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { spread } from '../../bench/load/spread.ts';
import { typing } from '../../bench/load/typing.ts';
import { textSchema } from '../../domain/text/schema.ts';
import { FragmentText } from '../../domain/text/plain-text.ts';

describe('typing', () => {
  test('each key is one letter more, and the words fit the schema', () => {
    const { begin, keys } = typing(7, 20);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, begin);
    const text = doc.getXmlFragment('text');
    const before = new FragmentText(text).string.length;
    for (const key of keys) Y.applyUpdate(doc, key);
    expect(new FragmentText(text).string.length).toBe(before + 20);
    const [section] = text.toArray();
    const [paragraph] = section instanceof Y.XmlElement ? section.toArray() : [];
    for (const node of [section, paragraph]) {
      expect(node instanceof Y.XmlElement && node.nodeName in textSchema.nodes).toBe(true);
    }
  });

  test('a state says how many of the updates are in it', () => {
    const { begin, keys, through } = typing(7, 20);
    const doc = new Y.Doc();
    const known = (): number => through(Y.getState(doc.store, 7));
    expect(known()).toBe(0);
    Y.applyUpdate(doc, begin);
    expect(known()).toBe(1);
    for (const [index, key] of keys.entries()) {
      Y.applyUpdate(doc, key);
      expect(known()).toBe(index + 2);
    }
  });
});

describe('spread', () => {
  test('the figures of a hundred times are those at their places, in whatever order they came', () => {
    const times = Array.from({ length: 100 }, (_, each) => ((each * 37) % 100) + 1);
    expect(spread(times)).toEqual({ count: 100, p50: 51, p95: 96, p99: 100, max: 100 });
  });

  test('nothing measured is not a zero', () => {
    expect(spread([]).p50).toBeNaN();
  });
});
