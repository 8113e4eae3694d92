/** Opens the palette from the header, and says by which key. */
import { Button as AriaButton } from 'react-aria-components/Button';
import { Kbd } from '../../ui/kbd.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { hintOf } from './list.ts';
import styles from './palette-button.module.css';
import { useShell } from './screen.ts';

export function PaletteButton() {
  const { show } = useShell();
  return (
    <Tooltip text="All actions">
      <AriaButton
        aria-label={`All actions, ${hintOf('palette')}`}
        className={styles.palette ?? ''}
        onPress={() => show('palette')}
      >
        <Kbd keys={hintOf('palette')} />
      </AriaButton>
    </Tooltip>
  );
}
