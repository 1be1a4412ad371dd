import { useId } from 'preact/hooks';
import { cx } from './cx';
import css from './Field.module.css';
import { describedBy, FieldFrame } from './FieldFrame';
import { Input, type InputProps } from './Input';

/** The attributes of an input that are passed on as they are. */
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
  /** Called with the whole new text at every keystroke. */
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong; drives aria-invalid too. */
  readonly error?: string | undefined;
  readonly labelHidden?: boolean | undefined;
  /** Keys and codes: fixed width, no spelling help. */
  readonly mono?: boolean | undefined;
}

/** One line of text with its label. */
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
