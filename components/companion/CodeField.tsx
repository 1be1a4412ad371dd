import { Field, type FieldProps } from '../ui';

export type CodeFieldProps = Omit<FieldProps, 'inputMode' | 'autocomplete' | 'mono'>;

/** A field for six digits from an authenticator. Ignores spaces. */
export const CodeField = (props: CodeFieldProps) => (
  <Field {...props} mono inputMode="numeric" autocomplete="one-time-code" placeholder="123 456" />
);
