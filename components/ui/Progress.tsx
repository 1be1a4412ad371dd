import { useId } from 'preact/hooks';
import css from './Progress.module.css';

export interface ProgressProps {
  readonly label: string;
  /** The progress from 0 to 1, or null if unknown. */
  readonly value: number | null;
}

/** A progress bar with its label above it. */
export function Progress({ label, value }: ProgressProps) {
  const id = useId();
  return (
    <div class={css['progress']}>
      <label for={id}>{label}</label>
      {value === null ? (
        <progress key="unknown" id={id} />
      ) : (
        <progress key="known" id={id} max={1} value={value} />
      )}
    </div>
  );
}
