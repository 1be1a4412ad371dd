import type { ComponentChildren } from 'preact';
import css from './Gate.module.css';
import { Logo } from './Logo';

export interface GateFrameProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}

/** The frame of all pages before the vault is open. */
export const GateFrame = ({ title, hint, children }: GateFrameProps) => (
  <main class={css['frame']}>
    <div class={css['inner']}>
      <header class={css['header']}>
        <Logo size={44} />
        <h1>{title}</h1>
        <p>{hint}</p>
      </header>
      {children}
    </div>
  </main>
);
