import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  /** What it is for, at the left. */
  readonly about: ComponentChildren;
  /** The right-hand panel: how it stands, and what can be done. */
  readonly children: ComponentChildren;
  readonly id?: string;
}

/** One of the controls of the Security tab. */
export function Section({ title, about, children, id }: SectionProps) {
  const heading = useId();
  return (
    <section id={id} class={css['section']} aria-labelledby={heading}>
      <div class={css['about']}>
        <h2 id={heading}>{title}</h2>
        {about}
      </div>
      <div class={css['panel']}>{children}</div>
    </section>
  );
}
