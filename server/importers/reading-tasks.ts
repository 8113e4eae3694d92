// What is done with a file on its way in: checked, shown, made into a document.
// Pure work over bytes, so that a process of its own can do it.
import { edited } from '../../domain/import/edit.ts';
import { nodesOf } from '../../domain/import/nodes.ts';
import type { ImportDraft, ImportOrder, OfferedSource } from '../../domain/import/preview.ts';
import type { Settings } from '../../domain/record/settings.ts';
import type { Source } from '../../domain/record/source.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { newId } from '../accounts/token.ts';
import { sourceOf } from './endnotes.ts';
import { type MadeDocument, makeDocument } from './make-document.ts';
import { previewOf } from './preview.ts';
import { type Reading, readTextFile } from './read-text.ts';
import { documentOf } from './sections.ts';
import { type ReadWhole, type Reserve, type WholeFile, readWhole } from './whole-file.ts';

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What each task needs. */
interface Needs {
  readonly check: File;
  readonly preview: File & { readonly draft: ImportDraft; readonly reading: Reading };
  readonly make: File & { readonly order: ImportOrder; readonly settings: Settings };
  readonly whole: WholeFile;
}

interface Results {
  readonly check: { readonly readable: true };
  /** JSON in UTF-8. */
  readonly preview: Uint8Array;
  readonly make: MadeDocument;
  readonly whole: ReadWhole;
}

export type TaskName = keyof Needs;
export type ReadingTask<Name extends TaskName = TaskName> = { readonly task: Name } & Needs[Name];
export type Outcome<Name extends TaskName = TaskName> = Results[Name] | Refusal;

const tasks: {
  readonly [Name in TaskName]: (
    needs: Needs[Name],
    reserve: Reserve,
  ) => Outcome<Name> | Promise<Outcome<Name>>;
} = {
  check({ name, bytes }) {
    const read = readTextFile(name, bytes, {});
    return isRefusal(read) ? read : { readable: true };
  },

  preview({ name, bytes, draft, reading }) {
    const read = readTextFile(name, bytes, reading);
    return isRefusal(read) ? read : Buffer.from(JSON.stringify(previewOf(draft, read)), 'utf8');
  },

  make({ name, bytes, order, settings }) {
    const read = readTextFile(name, bytes, order);
    if (isRefusal(read)) return read;
    const blocks = edited(read.blocks, order.edits);
    if (isRefusal(blocks)) return blocks;
    const { at, by } = settings.lock;
    return makeDocument({
      text: documentOf(nodesOf(blocks)),
      settings,
      puts: sourcesOf(read.endnotes, order.leftOut, { at, by }).map(
        (value) => ({ root: 'sources', key: value.id, value }) as const,
      ),
    });
  },

  whole: readWhole,
};

export async function carryOut<Name extends TaskName>(
  task: ReadingTask<Name>,
  reserve: Reserve,
): Promise<Outcome<Name>> {
  return tasks[task.task](task, reserve);
}

function sourcesOf(
  offered: readonly OfferedSource[],
  leftOut: readonly number[],
  { at, by }: { readonly at: number; readonly by: number },
): Source[] {
  const left = new Set(leftOut);
  return offered
    .filter((_, place) => !left.has(place))
    .flatMap((each) => {
      const source = sourceOf(each, { id: newId(), at, by });
      return isRefusal(source) ? [] : [source];
    });
}
