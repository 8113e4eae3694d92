/** After the key for going somewhere: which key leads where. */
import { useEffect, useState } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { keyWords } from './action.ts';
import styles from './actions.module.css';
import { keysOf } from './keymap.ts';
import { actions } from './list.ts';
import type { PageName } from './pages.ts';
import { useScreen } from './screen.ts';

/** Whoever knows the way is not shown it, in ms. */
const SHOWN_AFTER = 300;

export function GoingHint() {
  const screen = useScreen();
  const [isShown, show] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => show(true), SHOWN_AFTER);
    return () => clearTimeout(waiting);
  }, []);
  const ways = actions.flatMap((action) => {
    const key = keysOf(action).find(({ chord }) => chord);
    const offer = key && action.offer(screen);
    const { page, id } = action;
    return key && offer ? [{ id, page, keys: keyWords(key), ...offer }] : [];
  });
  return (
    <div className={styles.going} role="status" hidden={!isShown}>
      {isShown && (
        <>
          <h2 className={styles.goingTitle}>Go to</h2>
          <ul>
            {[...ways.filter(isFar), ...ways.filter((way) => !isFar(way))].map(
              ({ id, keys, name, off }) => (
                <li key={id} data-off={off !== null}>
                  <Kbd keys={keys} />
                  <span>
                    <span className="visually-hidden">{keys}: </span>
                    {placeIn(name)}
                  </span>
                </li>
              ),
            )}
          </ul>
          <p>
            <Kbd keys="Esc" /> <span className="visually-hidden">Esc: </span>stay here
          </p>
        </>
      )}
    </div>
  );
}

/** To another page; the others stay on this one. */
function isFar({ page }: { page: PageName }): boolean {
  return page === 'any';
}

/** The heading says “Go to” for all of them. */
function placeIn(name: string): string {
  const place = name.replace(/^Go to:? (the )?/, '');
  return place.charAt(0).toUpperCase() + place.slice(1);
}
