import { h, type ClassAttributes, type LooseInputHTMLAttributes } from 'preact';

export type InputProps = LooseInputHTMLAttributes & ClassAttributes<HTMLInputElement>;

/** An `<input>` whose type may be chosen at run time, which Preact's JSX types don't allow. */
export const Input = ({
  inputRef,
  ...props
}: InputProps & { inputRef?: InputProps['ref'] | undefined }) =>
  h<InputProps>('input', { ...props, ref: inputRef ?? null });
