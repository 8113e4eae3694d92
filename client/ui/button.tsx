/** The one button, and its class for links that look like one. */
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components/Button';
import styles from './button.module.css';
import { classes } from './classes.ts';
import { Kbd } from './kbd.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  variant?: ButtonVariant;
  /** The key that does the same, shown beside the words. */
  shortcut?: string;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** While `isPending` it keeps its width and focus, takes no press, and says so. */
export function Button({
  variant = 'secondary',
  shortcut,
  icon,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass(variant, className)}>
      {({ isPending }) => (
        <>
          <span className={classes(styles.content, isPending && styles.waiting)}>
            {icon}
            {children}
            {shortcut !== undefined && <Kbd keys={shortcut} />}
          </span>
          {isPending && (
            <span className={styles.spinner}>
              <span className="visually-hidden">Working…</span>
            </span>
          )}
        </>
      )}
    </AriaButton>
  );
}

/** For an `<a>` that leads somewhere and should look like a button. */
export function buttonClass(variant: ButtonVariant, className?: string): string {
  return classes(styles.button, styles[variant], className);
}
