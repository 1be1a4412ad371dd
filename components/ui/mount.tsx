import { render, type ComponentChild } from 'preact';
import { t } from './words';
import './tokens.css';

/** Gives the page its language and direction and draws `app` into `#app`. */
export function mount(app: ComponentChild): void {
  const page = document.documentElement;
  page.lang = t('locale.tag');
  page.dir = t('locale.direction');
  const root = document.getElementById('app');
  if (root) render(app, root);
}
