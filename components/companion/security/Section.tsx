import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  /** The description, shown on the left. */
  readonly about: ComponentChildren;
  /** The status and controls, shown in the panel on the right. */
  readonly children: ComponentChildren;
  readonly id?: string;
}

/** One section of the Security tab. */
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
