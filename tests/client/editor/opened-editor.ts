/** The editor over a text of its own, for each test anew. */
import { afterEach, beforeEach } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { type ClaimPaint, createEditor, type EditorHandle } from '../../../client/editor/editor.ts';
import type { LiveDocument } from '../../../client/store/document.ts';
import { Readings } from '../../../client/store/readings.ts';
import { RecordStore } from '../../../client/store/record-store.ts';
import { openDevice } from '../../../client/sync/device.ts';
import { Outbox } from '../../../client/sync/outbox.ts';
import { br, doc, p, section, sharedDoc } from './shared-text.ts';

export const person = { id: 1, name: 'Ada', role: 'lead' } as const;
export const content = doc(
  section(p('The rate fell. It fell', br(), 'in May.'), p('Prices rose. Nobody knows why.')),
  section(p('The end is near.')),
);

export let mount: HTMLElement;
export let live: LiveDocument;
export let editor: EditorHandle;
export let told: string[] = [];

beforeEach(async () => {
  told = [];
  mount = document.createElement('div');
  document.body.append(mount);
  const shared = sharedDoc(content);
  const events: { store?: RecordStore } = {};
  const outbox = await Outbox.open(await openDevice('none'), 'copy', {
    onChange: () => events.store?.refresh(),
    onRefused: () => {},
  });
  const store = new RecordStore({ doc: shared, person, outbox });
  events.store = store;
  live = {
    generation: 1,
    session: { person, lineage: 'l', schema: 1, client: shared.clientID },
    doc: shared,
    text: shared.getXmlFragment('text'),
    awareness: new Awareness(shared),
    store,
    readings: new Readings(),
    hold: (composing) => told.push(`hold ${composing}`),
  };
});

afterEach(() => {
  editor.destroy();
  live.awareness.destroy();
  mount.remove();
});

export function open(mode: 'annotate' | 'edit' = 'annotate'): void {
  editor = createEditor({
    mount,
    live,
    mode,
    label: 'A report',
    onSelection: (selected) =>
      told.push(selected ? `${selected.by}: ${selected.words}` : 'nothing'),
    onNotice: (words) => told.push(words),
  });
}

export function text(): HTMLElement {
  const element = mount.querySelector<HTMLElement>('.text');
  if (!element) throw new Error('no text is shown');
  return element;
}

/** Where `words` stand in the page, for a selection as a pointer makes it. */
export function pointAt(words: string, end = false): { node: Node; offset: number } {
  const walker = document.createTreeWalker(text(), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').indexOf(words);
    if (at >= 0) return { node, offset: at + (end ? words.length : 0) };
  }
  throw new Error(`“${words}” is not shown`);
}

export function select(from: string, to = from): void {
  const start = pointAt(from);
  const end = pointAt(to, true);
  document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  document.dispatchEvent(new Event('selectionchange'));
}

export const paint = (
  stage: ClaimPaint['stage'],
  label = '',
  hue: string | null = null,
): ClaimPaint => ({
  stage,
  hue,
  label,
});
export const pieces = (id: string): HTMLElement[] => [
  ...mount.querySelectorAll<HTMLElement>(`[data-anchor="${id}"]`),
];
