/** What the API says in the scenes: one small newsroom at one moment. */
import { type Answers, ok } from './scene.ts';

/** The scenes' clock stands here: 28 Nov 2022, 10:00 UTC. */
export const NOW = Date.UTC(2022, 10, 28, 10, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const lead = { id: 1, name: 'Lena Okafor' };
const analysts = [
  { id: 2, name: 'Analyst 1' },
  { id: 3, name: 'Analyst 2' },
  { id: 4, name: 'Analyst 3' },
];

export const me = {
  owner: { person: { ...lead, email: 'lena@newsroom.example' }, owner: true, mayCreate: true },
  viewer: {
    person: { id: 9, name: 'Noor Haddad', email: 'noor@newsroom.example' },
    owner: false,
    mayCreate: false,
  },
};

export const documents = [
  {
    id: 'isw25nov',
    example: false,
    title: 'Russian Offensive Campaign Assessment, November 25',
    role: 'lead',
    claims: 40,
    progress: {
      total: 40,
      settled: { true: 7, 'mostly-true': 2, 'half-true': 4, 'mostly-false': 1, false: 4 },
      judging: 8,
      open: 14,
    },
    people: [
      { ...lead, role: 'lead' },
      ...analysts.map((person) => ({ ...person, role: 'analyst' })),
    ],
    changed: { at: NOW - 4 * MINUTE, by: analysts[1], what: 'judged claim #12' },
    importedFrom: 'isw-russian-offensive-campaign-assessment-november-25.txt',
    locked: true,
  },
  {
    id: 'example',
    example: true,
    title: 'Example: how a settled document looks',
    role: 'lead',
    claims: 12,
    progress: {
      total: 12,
      settled: { true: 6, 'mostly-true': 3, false: 2, 'not-enough-evidence': 1 },
      judging: 0,
      open: 0,
    },
    people: [{ ...lead, role: 'lead' }],
    changed: { at: NOW - 2 * DAY, by: { id: 0, name: 'Attest' }, what: 'loaded the example' },
    importedFrom: null,
    locked: false,
  },
  {
    id: 'blank',
    example: false,
    title:
      'Notes on the grain corridor, from the ministry’s briefing of Friday and the two calls after it',
    role: 'lead',
    claims: 0,
    progress: { total: 0, settled: {}, judging: 0, open: 0 },
    people: [
      { ...lead, role: 'lead' },
      ...[11, 12, 13, 14, 15, 16].map((id) => ({ id, name: `Reader ${id}`, role: 'viewer' })),
    ],
    changed: { at: NOW - 26 * HOUR, by: lead, what: 'edited the text' },
    importedFrom: null,
    locked: false,
  },
];

export const archived = [
  {
    ...documents[1],
    id: 'old',
    example: false,
    title: 'Assessment of 18 November',
    changed: { at: NOW - 9 * DAY, by: lead, what: 'archived it' },
  },
];

export const membership = {
  members: [
    { person: lead, role: 'lead', joinedAt: NOW - 20 * DAY },
    { person: analysts[0], role: 'analyst', joinedAt: NOW - 8 * DAY },
    { person: analysts[1], role: 'analyst', joinedAt: NOW - 3 * DAY },
    { person: { id: 5, name: 'Edda Jónsdóttir' }, role: 'editor', joinedAt: NOW - 5 * HOUR },
    { person: me.viewer.person, role: 'viewer', joinedAt: NOW - 40 * MINUTE },
  ],
  invitations: [
    {
      id: 'inv1',
      role: 'analyst',
      expiresAt: NOW + 6 * DAY + HOUR,
      uses: 2,
      maxUses: 5,
      createdBy: 1,
    },
    { id: 'inv2', role: 'viewer', expiresAt: NOW + 20 * HOUR, uses: 0, maxUses: 1, createdBy: 1 },
  ],
};

export const tokens = [
  {
    id: 't1',
    name: 'Nightly export',
    role: 'viewer',
    createdAt: NOW - 12 * DAY,
    expiresAt: NOW + 78 * DAY,
    lastUsedAt: NOW - 7 * HOUR,
  },
  {
    id: 't2',
    name: 'Emacs',
    role: 'editor',
    createdAt: NOW - DAY,
    expiresAt: NOW + 29 * DAY,
    lastUsedAt: null,
  },
];

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
export const sessions = [
  session('s1', firefox, NOW - 3 * HOUR, '192.0.2.14'),
  session('s2', safari, NOW - 6 * DAY, '198.51.100.7'),
];

function session(id: string, userAgent: string, at: number, ipAddress: string) {
  const moment = new Date(at).toISOString();
  return { id, token: `token-${id}`, userAgent, ipAddress, createdAt: moment, updatedAt: moment };
}

export const invitation = {
  document: { title: 'Russian Offensive Campaign Assessment, November 25' },
  role: 'analyst',
  expiresAt: NOW + 6 * DAY,
};

export const signedOut: Answers = {
  'GET /me': { status: 401, json: { code: 'signed-out', detail: 'Sign in first.', status: 401 } },
};

export const asOwner: Answers = {
  'GET /me': ok(me.owner),
  'GET /documents?state=active': ok(documents),
  'GET /documents?state=archived': ok(archived),
  'GET /documents/isw25nov/members': ok(membership),
  'GET /imports': ok([]),
  'GET /me/queue/count': ok({ all: 9, documents: { isw25nov: { judge: 7, rule: 2 } } }),
  'GET /tokens': ok(tokens),
  'GET /auth/list-sessions': ok(sessions),
  'GET /auth/get-session': ok({ session: { id: 's1' }, user: {} }),
};

export const asViewer: Answers = {
  ...asOwner,
  'GET /me': ok(me.viewer),
  'GET /documents?state=active': ok(
    documents.slice(0, 1).map((row) => ({ ...row, role: 'viewer' })),
  ),
  'GET /documents?state=archived': ok([]),
  'GET /me/queue/count': ok({ all: 0, documents: {} }),
  'GET /documents/isw25nov/members': ok({ ...membership, invitations: [] }),
};
