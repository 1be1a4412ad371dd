import type { ComponentChildren } from 'preact';
import css from './workspace.module.css';

export interface TableFrameProps {
  /** What the table lists, for a screen reader. */
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A table that scrolls sideways in a narrow page, by keyboard too. */
export const TableFrame = ({ label, children }: TableFrameProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to take the focus
  <section class={css['scroll']} aria-label={label} tabIndex={0}>
    <table class={css['table']}>{children}</table>
  </section>
);
