/**
 * Another process on a data directory, for the tests that need one to be refused
 * or to die. Usage: node server-process.ts <directory> hold|append
 */
import { appendText, createDocument } from './log-writing.ts';
import { openDatabase } from '../../../server/storage/database.ts';

const [directory = '', mode] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const db = await openDatabase({ directory });
say('open');
if (mode === 'append') {
  await createDocument(db).catch(() => {});
  // Several documents' worth of appends in flight at any time, each told once it is durable.
  const write = async (): Promise<never> => {
    for (;;) {
      const { lastSeq } = await appendText(db, [new Uint8Array([0, 0])]);
      say(`durable ${lastSeq}`);
    }
  };
  await Promise.all(Array.from({ length: 20 }, write));
} else {
  setInterval(() => {}, 1_000);
}
