/** Joins and splits of a text that is not a document yet, each of which can be taken back. */
import { useReducer } from 'react';
import type { Block } from '../../../domain/import/block.ts';
import {
  type Edit,
  edited,
  type Replacement,
  replacementFor,
} from '../../../domain/import/edit.ts';
import { limits } from '../../../domain/limits.ts';
import { isRefusal } from '../../../domain/refusal.ts';

interface Step {
  readonly edit: Edit;
  readonly did: Replacement;
  /** What stood in the place of `did.added` before. */
  readonly was: readonly Block[];
}

/** Where the caret goes after an edit. */
export interface Caret {
  readonly index: number;
  readonly at: number;
}

export interface EditsState {
  readonly base: readonly Block[];
  readonly blocks: readonly Block[];
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly caret: Caret | null;
  /** What happened, or why it did not, for those who do not see it. */
  readonly said: string;
}

export type EditsAction =
  | { readonly do: 'edit'; readonly edit: Edit }
  | { readonly do: 'undo' | 'redo' }
  | { readonly do: 'move'; readonly caret: Caret }
  /** Another text, with edits that were made on it before. */
  | { readonly do: 'begin'; readonly base: readonly Block[]; readonly edits: readonly Edit[] };

export function beginEdits(base: readonly Block[], edits: readonly Edit[]): EditsState {
  let state: EditsState = { base, blocks: base, done: [], undone: [], caret: null, said: '' };
  // Kept edits of another reading of the file do not fit; they are all or none.
  if (isRefusal(edited(base, edits))) return state;
  for (const edit of edits) state = reduceEdits(state, { do: 'edit', edit });
  return { ...state, caret: null, said: '' };
}

export function reduceEdits(state: EditsState, action: EditsAction): EditsState {
  switch (action.do) {
    case 'begin':
      return beginEdits(action.base, action.edits);
    case 'move':
      return { ...state, caret: action.caret };
    case 'edit':
      return edit(state, action.edit);
    case 'undo': {
      const step = state.done.at(-1);
      if (!step) return state;
      const { from, added } = step.did;
      return told(state, 'Taken back.', {
        blocks: state.blocks.toSpliced(from, added.length, ...step.was),
        done: state.done.slice(0, -1),
        undone: [...state.undone, step],
        caret: { index: from, at: 0 },
      });
    }
    case 'redo': {
      const step = state.undone.at(-1);
      if (!step) return state;
      return told(state, 'Done again.', {
        blocks: replaced(state.blocks, step.did),
        done: [...state.done, step],
        undone: state.undone.slice(0, -1),
        caret: { index: step.did.from, at: 0 },
      });
    }
  }
}

function edit(state: EditsState, given: Edit): EditsState {
  if (state.done.length >= limits.importEdits)
    return { ...state, said: 'One import takes no more joins and splits. Mend the file itself.' };
  const did = replacementFor(state.blocks, given);
  if (isRefusal(did)) return { ...state, said: did.reason };
  const was = state.blocks.slice(did.from, did.from + did.removes);
  const caret =
    'join' in given
      ? { index: given.join, at: lengthOf(was[0]) }
      : { index: given.split + 1, at: 0 };
  return told(state, 'join' in given ? 'Joined.' : 'Split.', {
    blocks: replaced(state.blocks, did),
    done: [...state.done, { edit: given, did, was }],
    undone: [],
    caret,
  });
}

function told(
  state: EditsState,
  said: string,
  next: Pick<EditsState, 'blocks' | 'done' | 'undone' | 'caret'>,
): EditsState {
  return { ...state, ...next, said: `${said} ${paragraphs(next.blocks.length)}.` };
}

export function paragraphs(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'paragraph' : 'paragraphs'}`;
}

function replaced(blocks: readonly Block[], { from, removes, added }: Replacement): Block[] {
  return blocks.toSpliced(from, removes, ...added);
}

function lengthOf(block: Block | undefined): number {
  return block?.words.reduce((sum, { text }) => sum + text.length, 0) ?? 0;
}

/** `kept` are the edits that were made on this text before the page was left. */
export function useEdits(base: readonly Block[], kept: readonly Edit[]) {
  const [state, dispatch] = useReducer(reduceEdits, null, () => beginEdits(base, kept));
  if (state.base !== base) dispatch({ do: 'begin', base, edits: [] });
  return [state, dispatch] as const;
}
