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

export function roleNote(role: Role): string {
  return words[role].note;
}

/** All four, strongest last, for a Select. */
export const roleChoices: readonly Choice<Role>[] = roles.map((id) => ({ id, ...words[id] }));

/** "an analyst" */
export function asRole(role: Role): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}
