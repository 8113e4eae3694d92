/** Any number of a few things, ticked in a menu that stays open meanwhile. */
import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import popover from '../../../ui/popover.module.css';

export interface CheckMenuProps<Id extends string> {
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  choices: readonly { id: Id; name: string; note?: string }[];
  chosen: readonly Id[];
  onChange(chosen: Id[]): void;
  placement?: 'bottom end' | 'top start';
}

export function CheckMenu<Id extends string>(props: CheckMenuProps<Id>) {
  const { label, trigger, choices, chosen, onChange, placement = 'bottom end' } = props;
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={popover.popover ?? ''} placement={placement} offset={4}>
        <Menu
          aria-label={label}
          className={popover.list ?? ''}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(choices.filter(({ id }) => keys === 'all' || keys.has(id)).map(({ id }) => id))
          }
        >
          {choices.map(({ id, name, note }) => (
            <MenuItem key={id} id={id} textValue={name} className={popover.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={popover.words}>
                    {name}
                    {note !== undefined && <span className={popover.note}>{note}</span>}
                  </span>
                  <span className={popover.end}>
                    {isSelected && <Check size={14} aria-hidden />}
                  </span>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
