/** A document with very many claims, each with two pieces of evidence and three verdicts, made by the server's own code. */
import path from 'node:path';
import { pino } from 'pino';
import * as Y from 'yjs';
import { readRecord, writePut } from '../../domain/record/codec.ts';
import { blankSettings } from '../../domain/record/settings.ts';
import type { Put, RecordRoot } from '../../domain/record/state.ts';
import { verdictKey } from '../../domain/record/verdict.ts';
import { anchorKey } from '../../domain/text/mark-key.ts';
import { openDatabase } from '../../server/storage/database.ts';
import { Rooms } from '../../server/sync/rooms.ts';

const PER_PARAGRAPH = 2;
const PER_SECTION = 50;
const AT = Date.UTC(2026, 10, 23);
const PLACES = ['Kherson', 'Bakhmut', 'Svatove', 'Donetsk', 'Luhansk', 'Kyiv', 'Odesa'];
const RATINGS = ['true', 'true', 'mostly-true', 'half-true', 'false'];
const TAGS = [['morale'], ['supply', 'morale'], [], ['front'], []];

/** Into the data directory of a server that is not running. The document's id in addresses. */
export async function writeManyClaims(directory: string, claims: number): Promise<string> {
  const database = await openDatabase({ directory: path.join(directory, 'data') });
  const people: number[] = [];
  for (const name of ['Ana Bench', 'Ben Bench', 'Cem Bench']) {
    const row = await database.query
      .insertInto('people')
      .values({ name, user_id: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    people.push(row.id);
  }
  const rooms = new Rooms({ database, log: pino({ level: 'silent' }) });
  const publicId = 'm'.repeat(21);
  await rooms.create({
    publicId,
    title: `A report with ${claims} claims`,
    by: 0,
    note: { from: 'bench' },
    content: (doc) => fill(doc, claims, people),
    statements: (document) =>
      people.map((person) =>
        database.query
          .insertInto('members')
          .values({ document, person, role: 'analyst', joined_at: AT })
          .compile(),
      ),
  });
  await rooms.stop();
  await database.close();
  return publicId;
}

function fill(doc: Y.Doc, claims: number, people: readonly number[]): void {
  const text = doc.getXmlFragment('text');
  const paragraphs = Math.ceil(claims / PER_PARAGRAPH);
  let offset = 0;
  for (let first = 0; first < paragraphs; first += PER_SECTION) {
    const section = new Y.XmlElement('section');
    const inside: Y.XmlElement[] = [];
    for (let at = first; at < Math.min(first + PER_SECTION, paragraphs); at += 1) {
      const words = new Y.XmlText();
      const delta: { insert: string; attributes?: Record<string, unknown> }[] = [];
      for (let each = 0; each < PER_PARAGRAPH; each += 1) {
        const index = at * PER_PARAGRAPH + each;
        const id = idOf('c', index);
        const quote = sentence(index);
        delta.push({ insert: quote, attributes: { [anchorKey(id)]: { id } } }, { insert: ' ' });
        for (const put of recordsOf(index, quote, offset, people)) writePut(doc, put);
        offset += quote.length + 1;
      }
      words.applyDelta(delta);
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [words]);
      inside.push(paragraph);
      offset += 1;
    }
    section.insert(0, inside);
    text.push([section]);
  }
  for (const [key, value] of Object.entries(blankSettings('A report with many claims')))
    writePut(doc, { root: 'settings', key, value } as Put);
  for (const source of [0, 1, 2, 3, 4, 5, 6, 7]) writePut(doc, sourceOf(source));
}

function sentence(index: number): string {
  const place = PLACES[index % PLACES.length] ?? '';
  return `Officials said in statement ${index + 1} that the situation near ${place} had changed overnight.`;
}

function idOf(kind: string, index: number): string {
  return `${kind}${index}`.padEnd(21, '_');
}

const authored = { createdAt: AT, createdBy: 1, modifiedAt: AT, modifiedBy: 1 };

function sourceOf(index: number): Put {
  const id = idOf('s', index);
  const reliability = (['A', 'B', 'C', 'D'] as const)[index % 4] ?? null;
  const value = {
    id,
    url: `https://example.org/${index}`,
    archived: [],
    title: `Source ${index}`,
    publisher: '',
    author: '',
    published: null,
    language: 'en',
    medium: '',
    origin: '',
    reliability,
    protected: false,
    removed: null,
    ...authored,
  };
  return put('sources', id, value);
}

function* recordsOf(
  index: number,
  exact: string,
  start: number,
  people: readonly number[],
): Generator<Put> {
  const id = idOf('c', index);
  const claim = {
    id,
    number: index + 1,
    version: 1,
    quote: { exact, prefix: '', suffix: '' },
    keptAgainst: null,
    position: { start, end: start + exact.length },
    checks: 'content',
    restatement: `The situation near ${PLACES[index % PLACES.length]} changed overnight.`,
    short: '',
    claimant: 'Officials',
    chain: [],
    date: null,
    place: '',
    type: null,
    likelihood: null,
    tags: TAGS[index % TAGS.length] ?? [],
    priority: index % 9 === 0 ? 'high' : 'normal',
    assignees: [],
    twin: null,
    policy: { preset: 'custom', verdicts: 3, reviews: 0, sealed: false },
    withdrawn: null,
    ...authored,
  } as const;
  yield put('claims', id, claim);
  for (const each of [0, 1]) {
    const key = idOf('e', index * 2 + each);
    const value = {
      id: key,
      claim: id,
      source: idOf('s', (index + each) % 8),
      version: 1,
      passage: `What the source says of statement ${index + 1}, in its own words.`,
      translation: '',
      translator: '',
      stance: each === 0 ? ('supports' as const) : ('refutes' as const),
      directness: null,
      credibility: (((index + each) % 5) + 1) as 1 | 2 | 3 | 4 | 5,
      grader: people[0] ?? 1,
      note: '',
      question: '',
      removed: null,
      ...authored,
    };
    yield put('evidence', key, value);
  }
  for (const [each, author] of people.entries()) {
    const value = {
      kind: 'verdict' as const,
      claim: id,
      author,
      revision: 1,
      claimVersion: 1,
      submittedAt: AT + each,
      afterReveal: false,
      rating: RATINGS[(index + (index % 3 === 0 ? each : 0)) % RATINGS.length] ?? 'true',
      confidence: 'moderate' as const,
      basis: '',
      rationale: `Both sources agree on statement ${index + 1}, and neither contradicts itself.`,
      likelihood: null,
      evidence: [{ id: idOf('e', index * 2), version: 1 }],
    };
    yield put('verdicts', verdictKey(id, author), value);
  }
}

/** With what a newer version adds to such a record filled in. */
function put(root: RecordRoot, key: string, value: object): Put {
  const record = readRecord(root, value);
  if (!record) throw new TypeError(`${key} does not fit ${root}`);
  return { root, key, value: record } as Put;
}
