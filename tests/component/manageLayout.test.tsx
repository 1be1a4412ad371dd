import type { ComponentChildren } from 'preact';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Manage, type Section } from '../../components/manage';
import { Accounts } from '../../components/manage/accounts';
import { CodesPage } from '../../components/manage/codes';
import { ManageContext } from '../../components/manage/ManageContext';
import { ExportPage } from '../../components/manage/transfer';
import { PreferencesPage } from '../../components/manage/preferences';
import { WelcomePage } from '../../components/manage/welcome';
import { Toasts } from '../../components/ui';
import '../../components/ui/tokens.css';
import type { EntryDraft } from '../../lib/vault';
import { draft } from '../support/draft';
import { passphrase, popupWorld } from '../support/popupWorld';
import { exportStore } from './transferExamples';

const root = document.createElement('main');
document.body.append(root);

afterEach(async () => {
  render(null, root);
  location.hash = '';
  document.documentElement.dir = 'ltr';
  await page.viewport(1100, 800);
});

/** Renders a part of the manage page over a vault with these accounts. */
async function open(part: ComponentChildren, accounts: readonly EntryDraft[] = []) {
  const world = await popupWorld();
  await world.parts.vaultStore.create(passphrase);
  if (accounts.length > 0) await world.vault.add(accounts);
  render(
    <ManageContext.Provider value={world.parts}>
      <Toasts>{part}</Toasts>
    </ManageContext.Provider>,
    root,
  );
  return world;
}

/** Returns an element of the list of accounts once it is shown. */
async function shown(text: string): Promise<Element> {
  const found = page.getByRole('listitem').getByText(text, { exact: true });
  await expect.element(found).toBeInTheDocument();
  return found.element();
}

const box = (element: Element) => element.getBoundingClientRect();

test('without accounts, the export leads to the first one', async () => {
  await open(<ExportPage store={exportStore} matrixOf={() => []} print={() => undefined} />);
  await expect.element(page.getByText(/^Add your first account with its QR code/)).toBeVisible();
  await expect.element(page.getByLabelText('File format')).not.toBeInTheDocument();
});

test('at 320 pixels, tags leave a name its space', async () => {
  await page.viewport(320, 720);
  await open(<Accounts />, [{ ...draft('Harbour Bank'), tags: ['work', 'money', 'long-term'] }]);
  const name = await shown('Harbour Bank');
  expect(name.scrollWidth).toBe(name.clientWidth);
});

test.each(['ltr', 'rtl'])('written %s, a cut address keeps its beginning', async (dir) => {
  document.documentElement.dir = dir;
  await page.viewport(320, 720);
  const account = 'ada.okafor.of.the.harbour.bank.in.the.old.town@example.com';
  await open(<Accounts />, [draft('Harbour Bank', account)]);
  const line = await shown(account);
  const text = line.firstChild;
  if (!text) throw new Error('The row has no address.');
  expect(line.scrollWidth).toBeGreaterThan(line.clientWidth);
  const start = document.createRange();
  start.setStart(text, 0);
  start.setEnd(text, 3);
  const { left, right } = start.getBoundingClientRect();
  expect(left).toBeGreaterThanOrEqual(box(line).left - 1);
  expect(right).toBeLessThanOrEqual(box(line).right + 1);
});

const section: Section = {
  id: 'accounts',
  icon: 'list',
  label: () => 'Accounts',
  load: () => Promise.resolve(Accounts),
};

/** Renders the manage page with this number of accounts. */
async function openAccounts(count: number) {
  const { parts, vault } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  await vault.add(Array.from({ length: count }, (_, at) => draft(`Site ${at}`)));
  render(<Manage parts={parts} sections={[section]} />, root);
}

test('in a list that is longer than the window, only the list scrolls', async () => {
  await openAccounts(40);
  await expect.element(page.getByText('Site 0', { exact: true })).toBeVisible();
  const scrolling = [...document.querySelectorAll('main, main *')].filter(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      /auto|scroll/.test(getComputedStyle(element).overflowY),
  );
  expect(scrolling).toHaveLength(1);
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(innerHeight);
});

test.each([
  [320, 560],
  [640, 400],
])('in a window of %i by %i pixels, the page has one scroll bar', async (width, height) => {
  await page.viewport(width, height);
  await openAccounts(5);
  await expect.element(page.getByText('Site 0', { exact: true })).toBeInTheDocument();
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(height);
});

test('an empty list of accounts leads to scanning and importing', async () => {
  await open(<Accounts />);
  await expect.element(page.getByRole('button', { name: 'Scan or enter a key' })).toBeVisible();
  await page.getByRole('button', { name: /^Import/ }).click();
  expect(location.hash).toBe('#/import');
});

test('the times of the automatic lock are in hours from one hour on', async () => {
  await open(
    <PreferencesPage
      clearing={{ allow: () => Promise.resolve(true), isAllowed: () => Promise.resolve(true) }}
    />,
  );
  const options = [...document.querySelectorAll('option')].map(({ text }) => text);
  expect(options).toContain('After 4 hours');
  expect(options.filter((text) => /\b(60|240|480) minutes/.test(text))).toEqual([]);
});

test('on the page Codes, a search without results offers a button of usual size in the middle', async () => {
  await open(<CodesPage />, [draft('Harbour Bank')]);
  await page.getByRole('searchbox').fill('nothing');
  const clear = page.getByRole('button', { name: 'Clear the search' });
  await expect.element(clear).toBeInTheDocument();
  const button = box(clear.element());
  expect(button.height).toBeLessThan(50);
  const middle = document.documentElement.clientWidth / 2;
  expect(Math.abs((button.left + button.right) / 2 - middle)).toBeLessThan(20);
});

test('the page Codes of an empty vault has its title', async () => {
  await open(<CodesPage />);
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Codes');
  await expect.element(page.getByText('Add your first account', { exact: true })).toBeVisible();
});

test("the welcome page of a vault with accounts doesn't speak of the first one", async () => {
  await open(<WelcomePage />, [draft('Harbour Bank')]);
  await expect.element(page.getByRole('heading', { name: 'Add an account' })).toBeVisible();
  await expect.element(page.getByText(/first account/)).not.toBeInTheDocument();
});
