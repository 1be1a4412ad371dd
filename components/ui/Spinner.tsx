import css from './Spinner.module.css';

export interface SpinnerProps {
  /** Edge length in CSS pixels; 20 unless said otherwise. */
  readonly size?: number;
  /** Said to screen readers; without it the spinner is decoration beside words. */
  readonly label?: string;
}

/** Work of unknown length is under way. */
export const Spinner = ({ size = 20, label }: SpinnerProps) => (
  <span
    class={css['spinner']}
    style={{ width: `${size}px`, height: `${size}px` }}
    {...(label === undefined ? { 'aria-hidden': 'true' } : { role: 'status', 'aria-label': label })}
  />
);
