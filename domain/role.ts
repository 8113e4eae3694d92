/** The four roles of a document, weakest first. The workspace's owner is lead of every document. */
export const roles = ['viewer', 'analyst', 'editor', 'lead'] as const;
export type Role = (typeof roles)[number];

/** Whether `role` may do all that `needed` may. */
export function atLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

export function weaker(a: Role, b: Role): Role {
  return atLeast(a, b) ? b : a;
}
