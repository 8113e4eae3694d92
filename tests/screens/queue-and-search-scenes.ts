/** What waits for somebody, and what they find, in every state. */
import { asOwner, me, NOW } from './answers.ts';
import { type Answer, ok, refused, type Scene } from './scene.ts';

const MINUTE = 60_000;
const isw = { id: 'isw25nov', title: 'Russian Offensive Campaign Assessment, November 25' };
const notes = {
  id: 'blank',
  title: 'Notes on the grain corridor, from the ministry’s briefing of Friday',
};
const ana = { id: 2, name: 'Analyst 1' };
const lead = { id: 1, name: 'Lena Okafor' };

function waiting(
  document: typeof isw,
  [number, words]: [number, string],
  tasks: readonly object[],
  isUrgent = false,
) {
  return { document, claim: { id: `k${document.id}${number}`, number, words, isUrgent }, tasks };
}

const serpukhov =
  'Mobilized personnel from Serpukhov, Moscow Oblast, claimed on November 23 that the Russian military command sent them into battle without proper training, uniforms, or protective gear';
const since = (minutes: number, by: object | null = ana) => ({ since: NOW - minutes * MINUTE, by });
const items = [
  waiting(
    isw,
    [7, 'now face a military tribunal for desertion'],
    [{ kind: 'answer', reason: 'evidence-changed', ...since(12) }],
  ),
  waiting(
    isw,
    [9, 'abandoned their positions in Makiivka, Luhansk Oblast'],
    [{ kind: 'reconsider', review: 'r1', ...since(50) }],
  ),
  waiting(
    isw,
    [12, serpukhov],
    [
      { kind: 'judge', asked: true, ...since(3, lead) },
      { kind: 'review', verdictAuthor: 2, verdictRevision: 1, ...since(90) },
    ],
    true,
  ),
  waiting(
    notes,
    [3, 'Two ships a day left Odesa in the first week of the month'],
    [{ kind: 'judge', asked: false, ...since(60 * 26, lead) }],
  ),
  waiting(
    notes,
    [2, 'تراجع سعر القمح في نوفمبر'],
    [{ kind: 'review', verdictAuthor: 2, verdictRevision: 1, ...since(60 * 50) }],
  ),
  waiting(
    isw,
    [15, 'A Russian news channel posted a video on November 24'],
    [{ kind: 'rule', ...since(60 * 72) }],
  ),
];
const page = {
  total: items.length,
  items,
  all: items.length,
  kinds: { answer: 1, reconsider: 1, judge: 2, review: 2, rule: 1 },
  documents: [
    { ...isw, count: 4 },
    { ...notes, count: 2 },
  ],
};
const many = Array.from({ length: 50 }, (_, index) =>
  waiting(isw, [index + 1, serpukhov], [{ kind: 'judge', asked: false, ...since(index, lead) }]),
);
const none = { total: 0, items: [], all: 0, kinds: {}, documents: [] };

const byKind = 'GET /me/queue?by=kind&offset=0&limit=50';
const asked = (key: string, answer: Answer) => ({ ...asOwner, [key]: answer });

const hit = (kind: string, number: number | null, title: object, body: object) => ({
  kind,
  id: `${kind}${number}`,
  document: { ...isw, archived: kind === 'source' },
  number,
  title,
  body,
  said: null as object | null,
});
const plain = (text: string) => ({ text, marks: [] });
/** With what stands in brackets marked. */
function marked(words: string) {
  const marks: [number, number][] = [];
  let text = '';
  for (const [index, part] of words.split(/[[\]]/).entries()) {
    if (index % 2 === 1) marks.push([text.length, text.length + part.length]);
    text += part;
  }
  return { text, marks };
}

const found = {
  groups: [
    {
      kind: 'document',
      total: 1,
      hits: [
        hit('document', null, plain(isw.title), marked('on [mobilized] men, Institute for War')),
      ],
    },
    {
      kind: 'claim',
      total: 14,
      hits: [
        hit('claim', 12, marked(`[Mobilized]${serpukhov.slice(9)}`), plain('')),
        hit(
          'claim',
          13,
          plain('command only feeds them once a day'),
          marked('[Mobilized] men say that they get one meal a day.'),
        ),
      ],
    },
    {
      kind: 'evidence',
      total: 1,
      hits: [
        hit(
          'evidence',
          12,
          plain('Video appeal, first'),
          marked('“We were [mobilized] and sent off after ten days.”'),
        ),
      ],
    },
    {
      kind: 'comment',
      total: 2,
      hits: [
        {
          ...hit(
            'comment',
            12,
            plain(''),
            marked('Are these the [mobilized] men of the first video?'),
          ),
          said: { thread: 't1', at: NOW - 50 * MINUTE, by: ana },
        },
        {
          ...hit('comment', null, plain(''), marked('Say [mobilized] here, not conscripted.')),
          said: { thread: 't2', at: NOW - 60 * 26 * MINUTE, by: lead },
        },
      ],
    },
    {
      kind: 'source',
      total: 1,
      hits: [
        hit(
          'source',
          null,
          marked('[Mobilized] of Serpukhov, a channel'),
          plain('https://t.me/example/1024'),
        ),
      ],
    },
    {
      kind: 'text',
      total: 1,
      hits: [
        hit(
          'text',
          null,
          plain(''),
          marked('… supplied Russian [mobilized] personnel are dividing the information space …'),
        ),
      ],
    },
  ],
  partial: false,
};
const search = 'GET /search?q=mobilized&archived=0';

export const queueAndSearchScenes: readonly Scene[] = [
  { name: 'queue', path: '/queue', answers: asked(byKind, ok(page)), ready: 'Answers to reviews' },
  {
    name: 'queue-by-document',
    path: '/queue?by=document',
    answers: asked('GET /me/queue?by=document&offset=0&limit=50', ok(page)),
    ready: 'Rule',
  },
  {
    name: 'queue-many',
    path: '/queue',
    answers: asked(
      byKind,
      ok({
        total: 1240,
        items: many,
        all: 1240,
        kinds: { judge: 1240 },
        documents: [{ ...isw, count: 1240 }],
      }),
    ),
    ready: 'Show more',
  },
  {
    name: 'queue-kind-empty',
    path: '/queue?kind=rule',
    answers: asked(
      'GET /me/queue?by=kind&offset=0&limit=50&kind=rule',
      ok({ ...page, total: 0, items: [], kinds: { judge: 2, review: 2 } }),
    ),
    ready: 'Nothing of this kind',
  },
  {
    name: 'queue-empty',
    path: '/queue',
    answers: asked(byKind, ok(none)),
    ready: 'Nothing waits for you',
  },
  {
    name: 'queue-loading',
    path: '/queue',
    answers: asked(byKind, { fate: 'hang' }),
    ready: 'By document',
  },
  {
    name: 'queue-error',
    path: '/queue',
    answers: asked(byKind, refused(403, 'forbidden', 'Your account has been suspended.')),
    ready: 'could not be read',
  },
  {
    name: 'queue-offline',
    path: '/queue',
    answers: asked(byKind, { fate: 'lost' }),
    ready: 'could not be read',
  },
  { name: 'search-begin', path: '/search', answers: asOwner, ready: 'quotation marks' },
  {
    name: 'search',
    path: '/search?q=mobilized',
    answers: asked(search, ok(found)),
    ready: 'All 14 in claims',
  },
  {
    name: 'search-partial',
    path: '/search?q=mobilized&kind=claim',
    answers: asked(
      'GET /search?q=mobilized&archived=0&kind=claim&offset=0&limit=25',
      ok({ groups: found.groups.slice(1, 2), partial: true }),
    ),
    ready: 'There was no time',
  },
  {
    name: 'search-none',
    path: '/search?q=mobilized',
    answers: { ...asked(search, ok({ groups: [], partial: false })), 'GET /me': ok(me.viewer) },
    ready: 'No results',
  },
  {
    name: 'search-loading',
    path: '/search?q=mobilized',
    answers: asked(search, { fate: 'hang' }),
    ready: 'Archived too',
  },
  {
    name: 'search-offline',
    path: '/search?q=mobilized',
    answers: asked(search, { fate: 'lost' }),
    ready: 'did not work',
  },
];
