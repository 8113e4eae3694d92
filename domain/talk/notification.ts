/** The kinds of news that somebody may be told, each of which they can switch off. */
export const notificationKinds = [
  'mention',
  'reply',
  'comment',
  'resolved',
  'reopened',
  'review',
  'disagreement',
  'assigned',
  'ruling',
  'stale',
  'claim-changed',
  'claim-withdrawn',
  'membership',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** For the switches: "Somebody mentions me". */
export const notificationKindWords: Readonly<Record<NotificationKind, string>> = {
  mention: 'Somebody mentions me',
  reply: 'A reply in a thread I am part of',
  comment: 'A comment on a claim, evidence or verdict of mine',
  resolved: 'A thread I am part of is resolved',
  reopened: 'A thread I am part of is reopened',
  review: 'A review of my verdict',
  disagreement: 'A verdict far from mine, or a review that disagrees',
  assigned: 'A claim is assigned to me',
  ruling: 'A ruling on a claim that I judged',
  stale: 'My verdict became stale',
  'claim-changed': 'A claim of mine is changed',
  'claim-withdrawn': 'A claim of mine is withdrawn',
  membership: 'My role changes, or somebody comes by my invitation',
};

/** What happened to somebody, without any word of what was written: texts are read where they may be seen. */
export interface Happened {
  readonly kind: NotificationKind;
  /** Of how many things of the same kind this is the news. */
  readonly count: number;
  /** The claim's number; null where it is about no claim, or about several. */
  readonly number: number | null;
}

/** What follows the name of who did it: "mentioned you at #12". */
export function notificationWords({ kind, count, number }: Happened): string {
  const at = number === null ? '' : ` at #${number}`;
  const on = number === null ? ' a claim of yours' : ` #${number}`;
  const many = count > 1;
  switch (kind) {
    case 'mention':
      return many ? `mentioned you ${count} times${at}` : `mentioned you${at}`;
    case 'reply':
      return many ? `and others replied in a thread${at} (${count})` : `replied in a thread${at}`;
    case 'comment':
      return many ? `and others commented on${on} (${count})` : `commented on${on}`;
    case 'resolved':
      return `resolved a thread${at}`;
    case 'reopened':
      return `reopened a thread${at}`;
    case 'review':
      return `reviewed your verdict${at === '' ? '' : ` on #${number}`}`;
    case 'disagreement':
      return `disagrees with your verdict${at === '' ? '' : ` on #${number}`}`;
    case 'assigned':
      return many
        ? `assigned you ${count} claims`
        : `assigned you${number === null ? ' a claim' : ` #${number}`}`;
    case 'ruling':
      return number === null
        ? 'ruled on a claim that you judged'
        : `ruled on #${number}, which you judged`;
    case 'stale':
      return `changed what your verdict${number === null ? '' : ` on #${number}`} rests on`;
    case 'claim-changed':
      return `changed${on}`;
    case 'claim-withdrawn':
      return `withdrew${on}`;
    case 'membership':
      return 'changed who works here';
  }
}
