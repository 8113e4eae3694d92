/** People as small discs: initials on the person's own colour, the same in every list, caret and selection. */
import { classes } from './classes.ts';
import styles from './avatar.module.css';
import { initials, personHue } from './person-hue.ts';

export interface AvatarPerson {
  id: number;
  name: string;
}

/** `aria-hidden` where the name stands beside it. */
export function Avatar({
  person,
  decorative = false,
}: {
  person: AvatarPerson;
  decorative?: boolean;
}) {
  const spoken = decorative
    ? { 'aria-hidden': true }
    : { role: 'img', 'aria-label': person.name, title: person.name };
  return (
    // The initials are part of the picture, drawn by the style sheet: nobody should hear or have to say them.
    <span
      className={styles.avatar}
      data-person={personHue(person.id)}
      data-initials={initials(person.name)}
      {...spoken}
    />
  );
}

/** The first few of many; the rest as a number, all names for those who cannot see. */
export function AvatarStack({
  people,
  show = 4,
  label,
}: {
  people: readonly AvatarPerson[];
  show?: number;
  label: string;
}) {
  const rest = people.length - show;
  const visible = rest > 0 ? people.slice(0, show) : people;
  const names = people.map((person) => person.name).join(', ');
  return (
    <span
      className={styles.stack}
      role="img"
      aria-label={`${label}: ${names || 'nobody'}`}
      title={names}
    >
      {visible.map((person) => (
        <Avatar key={person.id} person={person} decorative />
      ))}
      {rest > 0 && (
        <span className={classes(styles.avatar, styles.rest)} data-initials={`+${rest}`} />
      )}
    </span>
  );
}
