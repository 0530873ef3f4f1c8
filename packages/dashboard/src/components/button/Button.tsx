import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

/** `primary`: the one thing to do here. `outline`: something else to do. `quiet`: part of the furniture. */
export type ButtonLook = 'primary' | 'outline' | 'quiet';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly look?: ButtonLook;
  /** Holds an icon alone: as wide as high. It then needs an `aria-label`. */
  readonly square?: boolean;
}

/** A button in one of the product's looks. */
export function Button({ look = 'outline', square = false, ...props }: ButtonProps) {
  const names = [styles.button, styles[look], square ? styles.icon : undefined];
  return <AriaButton {...props} className={names.filter(Boolean).join(' ')} />;
}
