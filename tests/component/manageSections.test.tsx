import { render } from 'preact';
import { useMemo } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Manage, type Section } from '../../components/manage';
import { Shell } from '../../components/manage/Shell';
import '../../components/ui/tokens.css';
import { passphrase, popupWorld } from '../support/popupWorld';
import { painted } from './painted';

const root = document.createElement('main');
document.body.append(root);

afterEach(async () => {
  render(null, root);
  location.hash = '';
  await page.viewport(1100, 800);
});

const named = (id: string, more: Partial<Section> = {}): Section => ({
  id,
  icon: 'list',
  label: () => `The section ${id}`,
  load: () => Promise.resolve(() => <h1>{id}</h1>),
  ...more,
});

const load = () => Promise.resolve(() => <h1>{useMemo(() => location.hash, [])}</h1>);

/** Renders the frame with eleven sections, as many as the manage page has at most, and a page within the first. */
async function openSections() {
  const { parts } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const sections = Array.from({ length: 11 }, (_, at) => named(`s${at}`));
  const within = named('account', { unlisted: true, within: 's0', load });
  render(<Manage parts={parts} sections={[...sections, within]} />, root);
  await expect.element(page.getByRole('link', { name: 'The section s10' })).toBeInTheDocument();
}

test('a page within a section starts anew for another account, so that nothing of the first one stays', async () => {
  await openSections();
  location.hash = '#/account/a';
  const heading = page.getByRole('heading', { level: 1 });
  await expect.element(heading).toHaveTextContent('#/account/a');
  location.hash = '#/account/b';
  await expect.element(heading).toHaveTextContent('#/account/b');
});

test('after a vault was restored, the address names the section that is shown', async () => {
  location.hash = '#/restore';
  await openSections();
  await expect.poll(() => location.hash).toBe('#/s0');
});

test('a page that leads on after it created the vault decides where to', async () => {
  location.hash = '#/join';
  const sections = [named('s0'), named('s1')];
  render(<Shell sections={sections} lock={() => undefined} lockLabel="Lock" />, root);
  location.hash = '#/s1';
  await painted();
  expect(location.hash).toBe('#/s1');
});

test.each([320, 640])(
  'at %i pixels, every section can be seen without scrolling',
  async (width) => {
    await page.viewport(width, 720);
    await openSections();
    for (const link of page.getByRole('navigation').getByRole('link').elements()) {
      const { left, right, bottom } = link.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
      expect(bottom).toBeLessThanOrEqual(720);
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  },
);

test('a section that is still loading has a heading', async () => {
  const { parts } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const never = named('slow', { load: () => new Promise(() => undefined) });
  render(<Manage parts={parts} sections={[never]} />, root);
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('The section slow');
});

test('the page of an account marks the section "Accounts" as current', async () => {
  location.hash = '#/account/one';
  await openSections();
  await expect
    .element(page.getByRole('link', { name: 'The section s0' }))
    .toHaveAttribute('aria-current', 'page');
});
