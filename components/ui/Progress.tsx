import { useId } from 'preact/hooks';
import css from './Progress.module.css';

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
}

/** Work of known length, with its words above the bar. */
export function Progress({ label, value }: ProgressProps) {
  const id = useId();
  return (
    <div class={css['progress']}>
      <label for={id}>{label}</label>
      <progress id={id} max={1} value={value} />
    </div>
  );
}
