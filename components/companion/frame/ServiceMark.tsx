import css from './ServiceMark.module.css';

/** The demo service's logo and name. */
export const ServiceMark = ({ name }: { readonly name: string }) => (
  <div class={css['mark']}>
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <rect class={css['ground']} width="28" height="28" rx="7" />
      <path
        class={css['frond']}
        d="M14 23V6m0 4 5-3m-5 3L9 7m5 8 6-3.5M14 15l-6-3.5M14 20l6-3.5M14 20l-6-3.5"
      />
    </svg>
    <span>{name}</span>
  </div>
);
