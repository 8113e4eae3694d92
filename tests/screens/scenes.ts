/** Every page around the desk, in every state that it can be in. */
import { archived, asOwner, asViewer, invitation, signedOut } from './answers.ts';
import { importScenes } from './import-scenes.ts';
import { queueAndSearchScenes } from './queue-and-search-scenes.ts';
import { ok, refused, type Scene } from './scene.ts';

const longToken = 'q7Zp0Yw3nLk1Vt8sXc5Rb2Md6Fh9Jg4Te_Ua-Wi7Oe';

export const scenes: readonly Scene[] = [
  { name: 'home', path: '/', answers: asOwner, ready: 'Example: how a settled document looks' },
  { name: 'home-viewer', path: '/', answers: asViewer, ready: 'Russian Offensive' },
  {
    name: 'home-empty',
    path: '/',
    answers: { ...asOwner, 'GET /documents?state=active': ok([]) },
    ready: 'No documents yet',
  },
  {
    name: 'home-loading',
    path: '/',
    answers: { ...asOwner, 'GET /documents?state=active': { fate: 'hang' } },
    ready: 'Drop a report',
  },
  {
    name: 'home-error',
    path: '/',
    answers: {
      ...asOwner,
      'GET /documents?state=active': refused(403, 'forbidden', 'Your account has been suspended.'),
    },
    ready: 'could not be read',
  },
  {
    name: 'home-menu',
    path: '/',
    answers: asOwner,
    ready: 'Example',
    async act(page) {
      await page.getByRole('button', { name: 'Actions on Russian' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).waitFor();
    },
  },
  {
    name: 'home-undo',
    path: '/',
    answers: {
      ...asOwner,
      'DELETE /documents/example': { status: 200 },
      'PATCH /documents/isw25nov': { status: 200 },
    },
    ready: 'Example',
    async act(page) {
      await page.getByRole('button', { name: 'Actions on Example' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor();
    },
  },
  {
    name: 'home-rename',
    path: '/',
    answers: {
      ...asOwner,
      'PATCH /documents/example': refused(403, 'forbidden', 'Only a lead may rename this.'),
    },
    ready: 'Example',
    async act(page) {
      await page.getByRole('button', { name: 'Actions on Example' }).click();
      await page.getByRole('menuitem', { name: 'Rename' }).click();
      await page.getByRole('textbox', { name: 'Title' }).fill('Example, renamed');
      await page.getByRole('button', { name: 'Rename' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'home-new',
    path: '/',
    answers: asOwner,
    ready: 'Example',
    async act(page) {
      await page.getByRole('button', { name: 'New document' }).click();
      await page.getByRole('button', { name: 'Begin' }).click();
      await page.getByText('Please fill out this field').waitFor();
    },
  },
  {
    name: 'home-import',
    path: '/',
    answers: { ...asOwner, 'POST /imports': { fate: 'hang' } },
    ready: 'Example',
    async act(page) {
      await page.locator('input[type=file]').setInputFiles([
        { name: 'november-26.txt', mimeType: 'text/plain', buffer: Buffer.from('A report.') },
        { name: 'november-27.txt', mimeType: 'text/plain', buffer: Buffer.from('Another.') },
      ]);
      await page.getByText('Waiting').waitFor();
    },
  },
  {
    name: 'home-import-failed',
    path: '/',
    answers: {
      ...asOwner,
      'POST /imports': refused(
        422,
        'bad-request',
        'This is not a text: it has bytes that no text encoding knows. Nothing was imported.',
      ),
    },
    ready: 'Example',
    async act(page) {
      await page.locator('input[type=file]').setInputFiles([
        { name: 'photograph.txt', mimeType: 'text/plain', buffer: Buffer.from('not really') },
        { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      ]);
      await page.getByText('This file is empty').waitFor();
    },
  },
  ...importScenes,
  ...queueAndSearchScenes,
  { name: 'archived', path: '/archived', answers: asOwner, ready: archived[0]?.title ?? '' },
  {
    name: 'archived-empty',
    path: '/archived',
    answers: asViewer,
    ready: 'Nothing is archived',
  },

  { name: 'sign-in', path: '/sign-in', answers: signedOut, ready: 'Forgotten' },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    answers: {
      ...signedOut,
      'POST /auth/sign-in/email': {
        status: 401,
        json: { code: 'signed-out', detail: 'Invalid email or password' },
      },
    },
    ready: 'Forgotten',
    async act(page) {
      await page.getByRole('textbox', { name: 'E-mail' }).fill('lena@newsroom.example');
      await page.getByRole('textbox', { name: 'Password' }).fill('not my password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-link',
    path: '/sign-in?error=EXPIRED_TOKEN',
    answers: { ...signedOut, 'POST /auth/sign-in/magic-link': ok({ status: true }) },
    ready: 'Forgotten',
    async act(page) {
      await page.getByRole('tab', { name: 'Sign-in link' }).click();
      await page.getByRole('textbox', { name: 'E-mail' }).fill('lena@newsroom.example');
      await page.getByRole('button', { name: 'Send me a link' }).click();
      await page.getByText('a letter is on its way').waitFor();
    },
  },
  {
    name: 'reset',
    path: '/reset',
    answers: signedOut,
    ready: 'Send the letter',
  },
  {
    name: 'reset-overdue',
    path: '/reset?token=old',
    answers: {
      ...signedOut,
      'POST /auth/reset-password': {
        status: 400,
        json: { code: 'bad-request', detail: 'Invalid token' },
      },
    },
    ready: 'Change password',
    async act(page) {
      await page.getByRole('textbox', { name: 'New password' }).fill('four words in a row');
      await page.getByRole('button', { name: 'Change password' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'setup',
    path: '/setup?token=abc',
    answers: { ...signedOut, 'GET /setup?token=abc': ok({ ok: true }) },
    ready: 'Create the owner',
  },
  {
    name: 'setup-used',
    path: '/setup?token=abc',
    answers: {
      ...signedOut,
      'GET /setup?token=abc': refused(
        404,
        'not-found',
        'This set-up link has been used, or a newer one was printed.',
      ),
    },
    ready: 'does not open',
  },
  {
    name: 'invite-new',
    path: '/invite/abc',
    answers: { ...signedOut, 'GET /invitations/abc': ok(invitation) },
    ready: 'Create account and join',
  },
  {
    name: 'invite-known',
    path: '/invite/abc',
    answers: { ...asViewer, 'GET /invitations/abc': ok(invitation) },
    ready: 'Join as Noor',
  },
  {
    name: 'invite-over',
    path: '/invite/abc',
    answers: {
      ...signedOut,
      'GET /invitations/abc': refused(
        404,
        'not-found',
        'This invitation has been used up, withdrawn or is out of date. Ask whoever sent it for a new one.',
      ),
    },
    ready: 'does not open',
  },

  { name: 'members', path: '/d/isw25nov/members', answers: asOwner, ready: 'Invite by link' },
  { name: 'members-viewer', path: '/d/isw25nov/members', answers: asViewer, ready: 'Edda' },
  {
    name: 'members-unknown',
    path: '/d/nowhere/members',
    answers: asOwner,
    ready: 'no such document',
  },
  {
    name: 'members-role',
    path: '/d/isw25nov/members',
    answers: asOwner,
    ready: 'Invite by link',
    async act(page) {
      await page.getByRole('button', { name: 'Role of Analyst 1' }).click();
      await page.getByRole('option', { name: 'Editor' }).waitFor();
    },
  },
  {
    name: 'members-invite',
    path: '/d/isw25nov/members',
    answers: asOwner,
    ready: 'Invite by link',
    async act(page) {
      await page.getByRole('button', { name: 'Invite by link' }).click();
      await page.getByRole('button', { name: 'Make the link' }).waitFor();
    },
  },
  {
    name: 'members-link',
    path: '/d/isw25nov/members',
    answers: {
      ...asOwner,
      'POST /documents/isw25nov/invitations': ok({
        id: 'inv3',
        url: `https://attest.newsroom.example/invite/${longToken}`,
      }),
    },
    ready: 'Invite by link',
    async act(page) {
      await page.getByRole('button', { name: 'Invite by link' }).click();
      await page.getByRole('button', { name: 'Make the link' }).click();
      await page.getByText('Copy the link now').waitFor();
    },
  },
  {
    name: 'members-remove',
    path: '/d/isw25nov/members',
    answers: asOwner,
    ready: 'Invite by link',
    async act(page) {
      await page.getByRole('button', { name: 'Remove Analyst 2' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },

  { name: 'account', path: '/account', answers: asOwner, ready: 'Firefox on Linux' },
  {
    name: 'account-token',
    path: '/account',
    answers: { ...asOwner, 'POST /tokens': ok({ id: 't3', token: `attest_${longToken}` }) },
    ready: 'Firefox on Linux',
    async act(page) {
      await page.getByRole('button', { name: 'New token' }).click();
      await page.getByRole('textbox', { name: 'Name' }).last().fill('Backup script');
      await page.getByRole('button', { name: 'Make the token' }).click();
      await page.getByText('Copy your token now').waitFor();
    },
  },
  {
    name: 'account-offline',
    path: '/account',
    answers: { ...asOwner, 'GET /tokens': { fate: 'lost' } },
    ready: 'could not be read',
  },
  { name: 'not-found', path: '/nowhere', answers: asOwner, ready: 'leads nowhere' },
];
