import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Field.module.css';

export interface CheckboxProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Whether some of several items are checked, but not all. */
  readonly indeterminate?: boolean | undefined;
}

/** A check box in a form. */
export function Checkbox({
  label,
  checked,
  onChange,
  hint,
  disabled,
  indeterminate,
}: CheckboxProps) {
  const id = useId();
  return (
    <div class={css['choice']}>
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        ref={(input) => {
          if (input) input.indeterminate = indeterminate ?? false;
        }}
        onChange={(event) => onChange(event.currentTarget.checked)}
        aria-describedby={hint && `${id}-hint`}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class={css['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}
