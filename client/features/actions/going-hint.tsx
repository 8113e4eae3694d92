/** After the key for going somewhere: which key leads where. */
import { useEffect, useState } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { keyWords } from './action.ts';
import styles from './actions.module.css';
import { keysOf } from './keymap.ts';
import { actions } from './list.ts';
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
    return key && offer ? [{ id: action.id, keys: keyWords(key), ...offer }] : [];
  });
  return (
    <div className={styles.going} role="status" hidden={!isShown}>
      {isShown && (
        <>
          <h2 className={styles.goingTitle}>Go to</h2>
          <ul>
            {ways.map(({ id, keys, name, off }) => (
              <li key={id} data-off={off !== null}>
                <Kbd keys={keys} />
                <span className="visually-hidden">{keys}: </span>
                {name}
              </li>
            ))}
          </ul>
          <p>
            <Kbd keys="Esc" /> <span className="visually-hidden">Esc: </span>stay here
          </p>
        </>
      )}
    </div>
  );
}
