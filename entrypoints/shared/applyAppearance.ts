import { effect } from '@preact/signals';
import type { Authenticator } from './authenticator';

/** Keeps the user's appearance settings on the page's root, where tokens.css reads them. */
export function applyAppearance({ preferences }: Pick<Authenticator, 'preferences'>): void {
  effect(() => {
    const { theme, contrast } = preferences.values.value;
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    if (contrast === 'system') delete dataset['contrast'];
    else dataset['contrast'] = contrast;
  });
}
