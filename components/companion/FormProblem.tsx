import { Banner } from '../ui';

/** What stands in the way of a whole form; told as soon as it appears. */
export const FormProblem = ({ text }: { readonly text: string }) =>
  text === '' ? null : <Banner tone="danger">{text}</Banner>;
