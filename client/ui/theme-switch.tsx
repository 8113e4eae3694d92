/** Picks light, dark, or the system's choice. */
import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from './icon-button.tsx';
import { Menu, MenuItem } from './menu.tsx';
import { chooseTheme, type Theme, themes, useTheme } from './theme.ts';

export const looks: Record<Theme, { name: string; Icon: typeof Sun }> = {
  system: { name: 'As the system', Icon: Monitor },
  light: { name: 'Light', Icon: Sun },
  dark: { name: 'Dark', Icon: Moon },
};

export function ThemeSwitch() {
  const theme = useTheme();
  const { Icon } = looks[theme === 'system' ? 'light' : theme];
  return (
    <Menu
      label="Theme"
      trigger={<IconButton label="Theme" icon={<Icon size={16} aria-hidden />} />}
      selected={theme}
      onSelect={(id) => chooseTheme(themes.find((candidate) => candidate === id) ?? 'system')}
    >
      {themes.map((id) => {
        const { name, Icon: Look } = looks[id];
        return (
          <MenuItem key={id} id={id} icon={<Look size={14} aria-hidden />}>
            {name}
          </MenuItem>
        );
      })}
    </Menu>
  );
}
