import { Spinner } from '../../ui';
import css from './Sync.module.css';

/** Says what the page waits for, next to a spinner. */
export const Waiting = ({ text }: { readonly text: string }) => (
  <output class={css['waiting']}>
    <Spinner />
    {text}
  </output>
);
