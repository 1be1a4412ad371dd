import { render, type ComponentChild } from 'preact';
import { Boundary } from './Boundary';
import { Lazy } from './Lazy';
import { t } from './words';
import './tokens.css';

/** Keeps an attribute on the root that tells tokens.css whether the system requests more contrast. */
function followContrast({ dataset }: HTMLElement): void {
  const wanted = matchMedia('(prefers-contrast: more)');
  const note = () => {
    if (wanted.matches) dataset['systemContrast'] = 'more';
    else delete dataset['systemContrast'];
  };
  wanted.addEventListener('change', note);
  note();
}

const loadFailure = async () => (await import('./PageFailure')).PageFailure;

/** Sets the page's language, direction and contrast, and renders `app` into `#app`. */
export function mount(app: ComponentChild): void {
  const page = document.documentElement;
  page.lang = t('locale.tag');
  page.dir = t('locale.direction');
  followContrast(page);
  const root = document.getElementById('app');
  if (root) render(<Boundary fallback={() => <Lazy load={loadFailure} />}>{app}</Boundary>, root);
}
