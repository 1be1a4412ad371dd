import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import css from './Field.module.css';
import type { FieldProps } from './Field';
import { describedBy, FieldFrame } from './FieldFrame';
import { IconButton } from './IconButton';
import { Input } from './Input';
import { t } from './words';

export type PasswordFieldProps = Omit<FieldProps, 'type' | 'mono' | 'labelHidden'>;

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
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div class={css['withButton']}>
        <Input
          autocomplete="off"
          spellcheck={false}
          autocapitalize="none"
          {...rest}
          inputRef={inputRef}
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
