import type { TextareaHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { cx } from './cx';
import css from './Field.module.css';
import { describedBy, FieldFrame } from './FieldFrame';

export interface TextAreaProps extends Omit<
  TextareaHTMLAttributes,
  'label' | 'value' | 'onInput' | 'class' | 'className'
> {
  readonly label: string;
  readonly value: string;
  /** Called with the whole new text after every keystroke. */
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly mono?: boolean | undefined;
}

/** A field for several lines of text, with its label. */
export function TextArea({ label, value, onInput, hint, error, mono, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <textarea
        {...(mono && { spellcheck: false, autocapitalize: 'none', dir: 'ltr' })}
        {...rest}
        id={id}
        class={cx(css['control'], mono && css['mono'])}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        {...describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}
