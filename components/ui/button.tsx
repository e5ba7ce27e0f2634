import type { ComponentProps } from 'react';
import styles from './button.module.css';

type ButtonProps = ComponentProps<'button'> & {
  readonly look?: 'plain' | 'primary' | 'ghost';
  readonly small?: boolean;
};

export function Button({ look = 'plain', small = false, className, ...rest }: ButtonProps) {
  const classes = [
    styles.button,
    look === 'plain' ? '' : styles[look],
    small ? styles.small : '',
    className,
  ];
  return <button type="button" className={classes.filter(Boolean).join(' ')} {...rest} />;
}
