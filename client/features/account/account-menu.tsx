/** One's own corner of the header: the bell, and behind the avatar account and sign out. */
import { Command, Keyboard, LogOut, UserRound } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { navigate } from 'wouter/use-browser-location';
import { Avatar } from '../../ui/avatar.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { chooseTheme, themeAfter, useTheme } from '../../ui/theme.ts';
import { looks } from '../../ui/theme-switch.tsx';
import { notify } from '../../ui/toast.tsx';
import { queryClient } from '../api/query-client.ts';
import { signOut } from '../api/session.ts';
import { hintOf } from '../actions/list.ts';
import { useShell } from '../actions/screen.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { Bell } from '../notifications/bell.tsx';
import styles from './account-menu.module.css';
import { useMe } from './signed-in.tsx';

/** In px, as in the header's styles. */
const PHONE = 521;

export function AccountMenu() {
  const { person } = useMe();
  const { show } = useShell();
  const phone = useNarrow(PHONE);
  const theme = useTheme();
  const { name: look, Icon: Look } = looks[theme];

  async function leave(): Promise<void> {
    try {
      await signOut();
    } catch (error) {
      notify({ text: `Still signed in. ${error instanceof Error ? error.message : ''}` });
      return;
    }
    navigate('/sign-in');
    queryClient.clear();
  }

  return (
    <>
      <Bell />
      <Menu
        label="Account"
        trigger={
          <AriaButton className={styles.trigger ?? ''} aria-label={`Account of ${person.name}`}>
            <Avatar person={person} decorative />
          </AriaButton>
        }
        onSelect={(id) => {
          if (id === 'account') navigate('/account');
          else if (id === 'theme') chooseTheme(themeAfter(theme));
          else if (id === 'palette' || id === 'help') show(id);
          else void leave();
        }}
      >
        <MenuItem id="account" icon={<UserRound size={14} aria-hidden />} note={person.email}>
          Account and tokens
        </MenuItem>
        <MenuSeparator />
        <MenuItem
          id="palette"
          icon={<Command size={14} aria-hidden />}
          shortcut={hintOf('palette')}
        >
          All actions
        </MenuItem>
        <MenuItem id="help" icon={<Keyboard size={14} aria-hidden />} shortcut={hintOf('help')}>
          Keyboard
        </MenuItem>
        {/* On a phone the header has no room for the switch. */}
        {phone && (
          <MenuItem id="theme" icon={<Look size={14} aria-hidden />} note={look}>
            Theme
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem id="leave" icon={<LogOut size={14} aria-hidden />}>
          Sign out
        </MenuItem>
      </Menu>
    </>
  );
}
