import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

/** `primary`: the main action here. `outline`: a secondary action. `quiet`: unobtrusive controls. */
export type ButtonLook = 'primary' | 'outline' | 'quiet';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly look?: ButtonLook;
  /** Square, for an icon without text; then needs an `aria-label`. */
  readonly square?: boolean;
}

/** A button in one of the product's looks. */
export function Button({ look = 'outline', square = false, ...props }: ButtonProps) {
  const names = [styles.button, styles[look], square ? styles.icon : undefined];
  return <AriaButton {...props} className={names.filter(Boolean).join(' ')} />;
}
