import css from './Spinner.module.css';

export interface SpinnerProps {
  /** Edge length in CSS pixels. Default: 20. */
  readonly size?: number;
  /** The text for screen readers. Without this text, the spinner is decorative. */
  readonly label?: string;
}

/** Indicates work of unknown length. */
export const Spinner = ({ size = 20, label }: SpinnerProps) => (
  <span
    class={css['spinner']}
    style={{ width: `${size}px`, height: `${size}px` }}
    {...(label === undefined ? { 'aria-hidden': 'true' } : { role: 'status', 'aria-label': label })}
  />
);
