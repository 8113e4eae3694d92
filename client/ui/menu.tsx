/** A menu of actions, or of one choice among a few, opened by a button. */
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components/Menu';
import { classes } from './classes.ts';
import { Kbd } from './kbd.tsx';
import styles from './popover.module.css';

export interface MenuProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  /** MenuItem and MenuSeparator. */
  children: ReactNode;
  /** Makes it a choice of one: the chosen item is ticked. */
  selected?: string;
  onSelect?(id: string): void;
  placement?: 'bottom start' | 'bottom end';
}

export function Menu({
  label,
  trigger,
  children,
  selected,
  onSelect,
  placement = 'bottom end',
}: MenuProps) {
  const choice =
    selected === undefined
      ? {}
      : {
          selectionMode: 'single' as const,
          selectedKeys: [selected],
          disallowEmptySelection: true,
        };
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement={placement} offset={4}>
        <AriaMenu
          aria-label={label}
          className={styles.list ?? ''}
          onAction={(key) => onSelect?.(String(key))}
          {...choice}
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> {
  icon?: ReactNode;
  /** A second line, for what the name does not say. */
  note?: string;
  shortcut?: string;
  danger?: boolean;
  children: string;
}

export function MenuItem({
  icon,
  note,
  shortcut,
  danger = false,
  children,
  ...rest
}: MenuItemProps) {
  return (
    <AriaMenuItem
      {...rest}
      textValue={children}
      className={classes(styles.item, danger && styles.danger)}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {icon !== undefined && <span className={styles.icon}>{icon}</span>}
          <span className={styles.words}>
            {children}
            {note !== undefined && <span className={styles.note}>{note}</span>}
          </span>
          <span className={styles.end}>
            {shortcut !== undefined && <Kbd keys={shortcut} />}
            {selectionMode === 'single' && isSelected && <Check size={14} aria-hidden />}
          </span>
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}
