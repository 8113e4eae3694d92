/** What each role may do, as the interface says it. */
import { type Role, roles } from '../../../domain/role.ts';
import type { Choice } from '../../ui/select.tsx';

const words: Record<Role, { name: string; note: string }> = {
  viewer: { name: 'Viewer', note: 'Reads the document and its claims.' },
  analyst: {
    name: 'Analyst',
    note: 'Also marks claims, adds evidence, judges, reviews and comments.',
  },
  editor: { name: 'Editor', note: 'Also edits the text.' },
  lead: { name: 'Lead', note: 'Also assigns, rules, locks the text, and invites people.' },
};

export function roleName(role: Role): string {
  return words[role].name;
}

const rights: Record<Role, string> = {
  viewer: 'You read the document and its claims.',
  analyst: 'You mark claims, add evidence, judge, review and comment.',
  editor: 'You do all that analysts do, and edit the text.',
  lead: 'You do everything here: assign, rule, lock the text and invite people as well.',
};

/** To whoever gets the role. */
export function roleRights(role: Role): string {
  return rights[role];
}

/** All four, strongest last, for a Select. */
export const roleChoices: readonly Choice<Role>[] = roles.map((id) => ({ id, ...words[id] }));

/** "an analyst" */
export function asRole(role: Role): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}
