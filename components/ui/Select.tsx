import { useId } from 'preact/hooks';
import css from './Field.module.css';
import { describedBy, FieldFrame } from './FieldFrame';

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly labelHidden?: boolean | undefined;
}

/** A field that selects one option from the system's own list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, onChange, hint, error } = props;
  const id = useId();
  return (
    <FieldFrame {...props} id={id}>
      <select
        id={id}
        class={css['control']}
        disabled={props.disabled}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
        {...describedBy(id, hint, error)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
