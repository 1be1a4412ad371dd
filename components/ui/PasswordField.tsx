import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import css from './Field.module.css';
import type { FieldProps } from './Field';
import { describedBy, FieldFrame } from './FieldFrame';
import { IconButton } from './IconButton';
import { Input } from './Input';
import { t } from './words';

export interface PasswordFieldProps extends Omit<
  FieldProps,
  'type' | 'mono' | 'labelHidden' | 'inputRef'
> {
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

/** A field for a secret, with a button that shows its text. */
export function PasswordField({
  label,
  value,
  onInput,
  hint,
  error,
  inputRef,
  ...rest
}: PasswordFieldProps) {
  const id = useId();
  const shown = useSignal(false);
  const own = useRef<HTMLInputElement>(null);
  const input = inputRef ?? own;
  // Typing replaces a passphrase that was wrong. The error of a new one appears while it is typed.
  useLayoutEffect(() => {
    if (!error || rest.autocomplete !== 'current-password') return;
    // Only Chromium focuses a field whose text is selected.
    input.current?.focus();
    input.current?.select();
  }, [error]);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div class={css['withButton']}>
        <Input
          autocomplete="off"
          spellcheck={false}
          autocapitalize="none"
          {...rest}
          inputRef={input}
          id={id}
          type={shown.value ? 'text' : 'password'}
          class={css['control']}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...describedBy(id, hint, error)}
        />
        <IconButton
          icon={shown.value ? 'eyeOff' : 'eye'}
          label={shown.value ? t('ui.hide') : t('ui.show')}
          onClick={() => (shown.value = !shown.value)}
        />
      </div>
    </FieldFrame>
  );
}
