import { Banner } from '../ui';

/** An error of the whole form, announced when it appears. */
export const FormProblem = ({ text }: { readonly text: string }) =>
  text === '' ? null : <Banner tone="danger">{text}</Banner>;
