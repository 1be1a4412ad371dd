import { useId } from 'preact/hooks';
import { cx } from './cx';
import css from './Field.module.css';
import { describedBy, FieldFrame } from './FieldFrame';
import { Input, type InputProps } from './Input';

/** Attributes that are passed to the input. */
type PassedOn = Pick<
  InputProps,
  | 'autocomplete'
  | 'autofocus'
  | 'disabled'
  | 'inputMode'
  | 'max'
  | 'maxLength'
  | 'min'
  | 'name'
  | 'onBlur'
  | 'onChange'
  | 'onKeyDown'
  | 'placeholder'
  | 'required'
>;

export interface FieldProps extends PassedOn {
  readonly type?: 'text' | 'email' | 'number' | 'search' | 'tel' | 'url';
  readonly inputRef?: InputProps['ref'];
  readonly label: string;
  readonly value: string;
  /** Called with the whole new text after every keystroke. */
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  /** The error message. If it isn't empty, the input also gets `aria-invalid`. */
  readonly error?: string | undefined;
  readonly labelHidden?: boolean | undefined;
  /** Whether the text is a key or code, which is shown in monospace without spell checking. */
  readonly mono?: boolean | undefined;
}

/** A field for one line of text, with its label. */
export function Field({
  label,
  value,
  onInput,
  hint,
  error,
  labelHidden,
  mono,
  inputRef,
  type = 'text',
  ...rest
}: FieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      <Input
        autocomplete="off"
        {...(mono && { spellcheck: false, autocapitalize: 'none', dir: 'ltr' })}
        {...rest}
        inputRef={inputRef}
        type={type}
        id={id}
        class={cx(css['control'], mono && css['mono'])}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}
