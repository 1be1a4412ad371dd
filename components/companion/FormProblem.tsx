import { Banner } from '../ui';

/** An error about a whole form. Screen readers announce the error when it appears. */
export const FormProblem = ({ text }: { readonly text: string }) =>
  text === '' ? null : <Banner tone="danger">{text}</Banner>;
