import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Preview } from '../../components/manage/transfer/Preview';
import { painted } from './painted';
import type { ImportPreview } from '../../components/stores/ImportState';
import { examples, importStore, nothing, otp, preview } from './transferExamples';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  test.each(Object.entries(examples))('%s passes axe', async (_, example) => {
    document.documentElement.dataset['theme'] = theme;
    render(example, root);
    await painted();
    const { violations } = await axe.run(document, {
      rules: { 'page-has-heading-one': { enabled: false }, 'heading-order': { enabled: false } },
    });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    ).toEqual([]);
  });
});

test.each(Object.entries(examples))('%s fits a page of 320 pixels', async (_, example) => {
  root.style.inlineSize = '320px';
  render(example, root);
  await painted();
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
});

test('a code in the column mapping reads from left to right in a right-to-left language', async () => {
  root.dir = 'rtl';
  render(examples['columns to be named'], root);
  const code = page.getByText('123 456');
  await expect.element(code).toBeVisible();
  expect(getComputedStyle(code.element()).direction).toBe('ltr');
});

test('the preview marks new accounts, duplicates and conflicts', async () => {
  render(examples['a preview'], root);
  for (const mark of [
    'New',
    'Already saved',
    'Same name, different key',
    'Same key, different settings',
  ])
    await expect.element(page.getByText(mark, { exact: true }).first()).toBeVisible();
  const facts =
    'ada@example.com · TOTP · SHA-256 · 6 digits · every 30 seconds · Money · harbour.example · the joint account';
  await expect.element(page.getByText(facts).first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Import 2 accounts' })).toBeEnabled();
  await expect.element(page.getByText(/the algorithm "MD5"/)).toBeVisible();
  await expect.element(page.getByText(/1 QR code of this export is missing/)).toBeVisible();
});

const item = (name: string) => page.getByRole('listitem').filter({ hasText: name });

describe('with a thousand accounts in the file', () => {
  const many: ImportPreview = {
    ...preview,
    missing: 0,
    notes: [],
    unreadable: [],
    rows: Array.from({ length: 1_000 }, (_, id) => ({
      id,
      app: 'Aegis',
      asksPin: false,
      repeats: null,
      known: null,
      choice: 'add' as const,
      account: { issuer: `Harbour ${id}`, account: `ada${id}@example.com`, otp },
    })),
  };

  test('the buttons stay visible, and rows are rendered only near the visible part', async () => {
    await page.viewport(900, 700);
    render(
      <Preview store={importStore} preview={many} onSave={nothing} onDone={() => undefined} />,
      root,
    );
    const save = page.getByRole('button', { name: 'Import 1,000 accounts' });
    await expect.element(save).toBeInViewport();
    await expect.element(page.getByText('1,000 of 1,000 selected')).toBeInViewport();
    expect(page.getByRole('listitem').elements().length).toBeLessThan(130);
    expect(item('Harbour 999').elements()).toEqual([]);
    expect(document.documentElement.scrollHeight).toBeGreaterThan(40_000);
    window.scrollTo(0, document.documentElement.scrollHeight);
    await expect.element(item('Harbour 999')).toBeInViewport();
    await expect.element(save).toBeInViewport();
    expect(item('Harbour 0').elements()).toEqual([]);
    expect(item('Harbour 999').element().getAttribute('aria-setsize')).toBe('1000');
    window.scrollTo(0, 0);
  });

  test('a search finds one account, and "Select all" then changes only what it found', async () => {
    const chosen: unknown[] = [];
    const store = {
      ...importStore,
      chooseAll: (ids: ReadonlySet<number>, on: boolean) => chosen.push([[...ids], on]),
    };
    render(
      <Preview store={store} preview={many} onSave={nothing} onDone={() => undefined} />,
      root,
    );
    await page.getByLabelText('Search these accounts').fill('ada77');
    await expect.element(item('Harbour 770')).toBeVisible();
    expect(page.getByRole('listitem').elements()).toHaveLength(11);
    await page.getByLabelText('Select all').click();
    expect(chosen).toEqual([[[77, ...Array.from({ length: 10 }, (_, n) => 770 + n)], false]]);
    await page.getByLabelText('Search these accounts').fill('quarry');
    await expect.element(page.getByText('No account matches.')).toBeVisible();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expect.element(item('Harbour 1').first()).toBeVisible();
  });

  test("rows don't name the app if there is only one, and don't mark accounts as new if all are", async () => {
    render(
      <Preview store={importStore} preview={many} onSave={nothing} onDone={() => undefined} />,
      root,
    );
    await expect.element(page.getByText('Aegis', { exact: true })).toBeVisible();
    expect(page.getByText('Aegis').elements()).toHaveLength(1);
    expect(page.getByText('New', { exact: true }).elements()).toEqual([]);
  });
});

test('if the vault already has every account, the preview offers only "Done"', async () => {
  let isClosed = false;
  const rows = preview.rows.filter(({ known }) => known?.same === 'secret');
  const onDone = () => void (isClosed = true);
  render(
    <Preview store={importStore} preview={{ ...preview, rows }} onSave={nothing} onDone={onDone} />,
    root,
  );
  expect(page.getByRole('button', { name: /^Import/ }).elements()).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  expect(isClosed).toBe(true);
});

test('one choice settles all conflicts, and a missing PIN is requested', async () => {
  render(examples['a preview'], root);
  const all = page.getByLabelText('All accounts that differ from your vault');
  await expect.element(all).toHaveDisplayValue('Decide one by one');
  const chosen: string[] = [];
  const store = { ...importStore, chooseConflicts: (choice: string) => chosen.push(choice) };
  render(
    <Preview store={store} preview={preview} onSave={nothing} onDone={() => undefined} />,
    root,
  );
  await all.selectOptions('Replace the saved one');
  expect(chosen).toEqual(['replace']);
  const pin = page.getByLabelText('PIN', { exact: true });
  await expect.element(pin).toHaveAccessibleDescription(/Without it, the account is left out/);
  expect(page.getByRole('checkbox', { disabled: true }).elements()).toHaveLength(1);
});

test('the progress bar follows the time estimate and never reaches the end', async () => {
  render(examples['a file that takes long'], root);
  await expect.element(page.getByText('Estimated time: 2 seconds')).toBeVisible();
  const bar = page.getByLabelText('Opening vault.json…');
  const value = () => Number(bar.element().getAttribute('value'));
  await expect.poll(value).toBeGreaterThan(0.2);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(value()).toBe(0.95);
});

test('a weak password or wrong passphrase is reported at its field', async () => {
  render(examples['the form of an export'], root);
  const password = page.getByLabelText('File password', { exact: true });
  await password.fill('short');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect.element(password).toHaveAccessibleDescription(/Use at least 8 characters/);
  await password.fill('long enough');
  await page.getByLabelText('Confirm file password').fill('long enough');
  await page.getByLabelText('Your Tessera passphrase').fill('wrong');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect
    .element(page.getByLabelText('Your Tessera passphrase'))
    .toHaveAccessibleDescription(/That passphrase isn't right/);
});

test('the checklist lists the site names that the user entered', async () => {
  render(examples['the way for apps without an export'], root);
  await page.getByLabelText('Your sites').fill('Harbour Bank\nLarkfield, Harbour Bank');
  await page.getByRole('checkbox', { name: 'Larkfield' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'Larkfield' })).toBeChecked();
  expect(page.getByRole('checkbox').elements()).toHaveLength(2);
});
