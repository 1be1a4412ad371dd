import { Field, type FieldProps } from '../ui';

export type CodeFieldProps = Omit<FieldProps, 'inputMode' | 'autocomplete' | 'mono'>;

/** Six digits from an authenticator; spaces in them do no harm. */
export const CodeField = (props: CodeFieldProps) => (
  <Field {...props} mono inputMode="numeric" autocomplete="one-time-code" placeholder="123 456" />
);
