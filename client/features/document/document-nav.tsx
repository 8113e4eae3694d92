/** The way between the pages of one document, in its header: names side by side, or a menu of them where there is no room. */
import { ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Link } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import styles from './document-nav.module.css';
import { useQueueCount } from '../queue/queue-count.tsx';
import { type DocumentViewId, documentViews } from './views.ts';

/** Below this there is no room for the names beside the title; in px. */
const NO_NAMES = 980;

export interface DocumentNavProps {
  document: string;
  /** The one that is shown; null on a page that is none of them. */
  current: DocumentViewId | null;
}

export function DocumentNav(props: DocumentNavProps) {
  const narrow = useNarrow(NO_NAMES);
  return narrow ? <ViewMenu {...props} /> : <ViewNames {...props} />;
}

function ViewNames({ document, current }: DocumentNavProps) {
  return (
    <nav aria-label="Pages of this document" className={styles.names}>
      {documentViews.map(({ id, name, href }) => (
        <Link
          key={id}
          href={href(document)}
          className={styles.name}
          aria-current={id === current ? 'page' : undefined}
        >
          {name}
          {id === 'queue' && <Waiting />}
        </Link>
      ))}
    </nav>
  );
}

function ViewMenu({ document, current }: DocumentNavProps) {
  const waiting = useQueueCount();
  const shown = documentViews.find(({ id }) => id === current);
  return (
    <Menu
      label="Pages of this document"
      placement="bottom start"
      {...(shown && { selected: shown.id })}
      onSelect={(id) => {
        const view = documentViews.find((each) => each.id === id);
        if (view && view.id !== current) navigate(view.href(document));
      }}
      trigger={
        <AriaButton className={styles.menu ?? ''}>
          {shown?.name ?? 'Go to'}
          <Waiting />
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
      }
    >
      {documentViews.map(({ id, name }) => (
        <MenuItem key={id} id={id}>
          {id === 'queue' && waiting !== null && waiting > 0 ? `${name} ${waiting}` : name}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** How much waits for me; nothing where nothing does. */
function Waiting() {
  const waiting = useQueueCount();
  if (!waiting) return null;
  return (
    <span className={styles.count}>
      <span className="visually-hidden">, </span>
      {waiting}
      <span className="visually-hidden"> waiting</span>
    </span>
  );
}
