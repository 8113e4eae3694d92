// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { sectionPlugin } from '../../../client/editor/sections.ts';
import { anchorKey } from '../../../domain/text/mark-key.ts';
import { applyChecked } from '../../../server/gate/apply-checked.ts';
import { checkUpdate } from '../../../server/gate/check-update.ts';
import { act } from './random-editing.ts';
import {
  anchor,
  br,
  claimA,
  copyOf,
  doc,
  type Open,
  openEditor,
  p,
  random,
  section,
  sharedDoc,
  shownAnew,
} from './shared-text.ts';

const SEEDS = Number(process.env['EDITOR_SEEDS'] ?? 40);

/** The server between two editors: each update is checked, applied and sent on, or the test fails. */
class Between {
  readonly doc = sharedDoc(
    doc(
      section(p('The rate fell.'), p('Prices rose', br(), 'in May.')),
      section(p('Nobody knows.')),
    ),
  );
  readonly editors: Open[] = [];
  readonly #waiting = new Map<Open, Uint8Array[]>();

  constructor() {
    anchor(this.doc, claimA, 'rate fell');
    for (let count = 0; count < 2; count += 1) this.#open();
    this.doc.on('update', (update: Uint8Array) => {
      for (const editor of this.editors) Y.applyUpdate(editor.shared, update, 'server');
    });
  }

  /** What an editor wrote reaches the server, one update after the other. */
  send(editor: Open): void {
    for (const update of this.#waiting.get(editor)?.splice(0) ?? []) {
      const context = {
        doc: this.doc,
        ownsClient: (client: number) => client === editor.shared.clientID,
        mayEditText: true,
        locked: false,
        anchorOf: (key: string) => (key === anchorKey(claimA) ? claimA : undefined),
      };
      const checked = checkUpdate(update, context);
      if (checked.ok === 'ignore') continue;
      const outcome = checked.ok
        ? applyChecked(this.doc, update, editor, context)
        : checked.refusal;
      if ('code' in outcome) throw new Error(`${outcome.code}: ${outcome.reason}`);
    }
  }

  close(): void {
    for (const editor of this.editors) editor.close();
  }

  #open(): void {
    const editor = openEditor(copyOf(this.doc), [sectionPlugin]);
    const waiting: Uint8Array[] = [];
    editor.shared.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') waiting.push(update);
    });
    this.#waiting.set(editor, waiting);
    this.editors.push(editor);
  }
}

test('Nothing that our editor writes is refused, and all copies end alike', () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const between = new Between();
    const { below } = random(seed * 65_537);
    try {
      for (let step = 0; step < 40; step += 1) {
        const editor = between.editors[below(2)];
        if (!editor) continue;
        act(editor, below);
        if (below(3) === 0) between.send(editor);
      }
      for (let round = 0; round < 4; round += 1)
        for (const editor of between.editors) between.send(editor);
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
    const text = shownAnew(between.doc).toString();
    for (const { view } of between.editors)
      expect(view.state.doc.toString(), `seed ${seed}`).toBe(text);
    between.close();
  }
});
