/** Several files as one, in pieces as they come. */
import { Zip, ZipDeflate } from 'fflate';

export interface ZippedFile {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** The format knows no earlier day. */
const EARLIEST = Date.UTC(1980, 0, 2);
const utf8 = new TextEncoder();

export function* zipped(files: Iterable<ZippedFile>, at: number): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    if (data.length > 0) ready.push(data);
  });
  function* taken(): Generator<Uint8Array> {
    const out = ready;
    ready = [];
    yield* out;
  }
  for (const { name, pieces } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = Math.max(at, EARLIEST);
    zip.add(file);
    for (const piece of pieces) {
      file.push(utf8.encode(piece));
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
