import { render, type ComponentChild } from 'preact';
import { t } from './words';
import './tokens.css';

/** Notes on the page's root whether the system asks for more contrast, where tokens.css finds it. */
function followContrast({ dataset }: HTMLElement): void {
  const wanted = matchMedia('(prefers-contrast: more)');
  const note = () => {
    if (wanted.matches) dataset['systemContrast'] = 'more';
    else delete dataset['systemContrast'];
  };
  wanted.addEventListener('change', note);
  note();
}

/** Gives the page its language, direction and contrast, and draws `app` into `#app`. */
export function mount(app: ComponentChild): void {
  const page = document.documentElement;
  page.lang = t('locale.tag');
  page.dir = t('locale.direction');
  followContrast(page);
  const root = document.getElementById('app');
  if (root) render(app, root);
}
