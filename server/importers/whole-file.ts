// A file that becomes a document as it is, without a preview: whatever an
// importer takes, bundles above all.
import type { PersonId } from '../../domain/id.ts';
import { cutToFit } from '../../domain/record/codec.ts';
import { blankSettings, type Settings } from '../../domain/record/settings.ts';
import type { Put } from '../../domain/record/state.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { renumberPeople } from '../exporters/bundle-people.ts';
import type { Bundle } from '../exporters/bundle-schema.ts';
import { filesOf } from '../files/named-files.ts';
import { recogniseFile } from '../files/recognise.ts';
import { type FileToKeep, sha256Of } from '../files/stored-files.ts';
import { putsOf } from './bundle.ts';
import { importFile } from './import-file.ts';
import type { Original } from './importer.ts';
import { type MadeDocument, makeDocument } from './make-document.ts';

export interface WholeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is known of it beside the file; what the file says goes before. */
  readonly known: Partial<Settings>;
  /** For a text; a bundle says itself whether it is locked. */
  readonly lock: Settings['lock'];
}

/** Numbers that nobody in the workspace has yet. */
export type Reserve = (count: number) => Promise<readonly PersonId[]>;

export interface ReadWhole extends MadeDocument {
  readonly title: string;
  readonly original: Original | null;
  /** People of a bundle, by the numbers that they have now. */
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
  readonly files: readonly FileToKeep[];
  /** Those that bring a source. */
  readonly sources: readonly Put[];
  /** Records that are cut in the Y.Doc: whole they stand in the log's entry, where exports look for them. */
  readonly whole: readonly unknown[];
}

export async function readWhole(
  { name, bytes, known, lock }: WholeFile,
  reserve: Reserve,
): Promise<ReadWhole | Refusal> {
  const file = importFile(name, bytes);
  if (isRefusal(file)) return file;
  const { imported, original } = file;
  const bundle = imported.bundle && (await settlePeople(imported.bundle, reserve));
  const files = bundle ? await filesIn(bundle) : [];
  if (isRefusal(files)) return files;
  const said: Settings = {
    ...blankSettings(file.title),
    ...known,
    ...imported.settings,
    ...(bundle ? bundle.settings : { lock }),
  };
  const settings: Settings = {
    ...said,
    // A file without a title says an empty one; lists have nothing to open a document by then.
    title: said.title || known.title || file.title,
    original: originalOf(original),
  };
  const puts = bundle ? putsOf(bundle) : [];
  const made = makeDocument({ text: imported.text, settings, puts });
  if (isRefusal(made)) return made;
  return {
    ...made,
    title: settings.title,
    original,
    people: bundle?.people ?? [],
    files,
    sources: puts.filter(({ root }) => root === 'sources'),
    whole: cutAmong(puts),
  };
}

/** What the settings say of the bytes that a document came from. */
export function originalOf(original: Original | null): Settings['original'] {
  return (
    original && {
      name: original.name,
      mediaType: original.mediaType,
      bytes: original.bytes.length,
      sha256: sha256Of(original.bytes),
    }
  );
}

/**
 * The people of a bundle become people of this workspace who have no account
 * and never had: whoever has the same name here is not thereby the same person.
 */
async function settlePeople(bundle: Bundle, reserve: Reserve): Promise<Bundle> {
  const reserved = await reserve(bundle.people.length);
  const numbers = new Map(bundle.people.map(({ id }, at) => [id, reserved[at]]));
  return renumberPeople(bundle, (person) => {
    const number = numbers.get(person);
    // The importer has checked that everybody who is named is listed.
    if (number === undefined) throw new RangeError(`Person ${person} is not in the bundle`);
    return number;
  });
}

/** The files of a bundle, recognised anew: what it says of their kind is believed no more than a name. */
async function filesIn({ files, sources }: Bundle): Promise<readonly FileToKeep[] | Refusal> {
  const names = new Map(filesOf(sources).map(({ sha256, name }) => [sha256, name]));
  const kept: FileToKeep[] = [];
  for (const { sha256, data } of files) {
    const bytes = new Uint8Array(Buffer.from(data, 'base64'));
    const kind = await recogniseFile(bytes);
    if (!kind) {
      return refuse(
        'bad-request',
        'This Attest bundle cannot be imported: it holds a file of a kind that Attest does not keep.',
      );
    }
    kept.push({ sha256, name: names.get(sha256) ?? sha256, mediaType: kind.mediaType, bytes });
  }
  return kept;
}

function cutAmong(puts: readonly Put[]): readonly unknown[] {
  return puts.filter((put) => put.root !== 'settings' && cutToFit(put.value) !== put.value);
}
