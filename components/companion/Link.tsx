import type { ComponentChildren } from 'preact';

export interface LinkProps {
  /** A path within the companion, such as `/mailbox`. */
  readonly to: string;
  readonly children: ComponentChildren;
  readonly current?: boolean;
  readonly class?: string | undefined;
}

/** A link to another page of the companion. */
export const Link = ({ to, children, current, class: name }: LinkProps) => (
  <a href={`#${to}`} class={name} aria-current={current ? 'page' : undefined}>
    {children}
  </a>
);
