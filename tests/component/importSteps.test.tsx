import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Columns } from '../../components/manage/transfer/Columns';
import { Preview } from '../../components/manage/transfer/Preview';
import type { ImportPreview } from '../../components/stores/ImportState';
import { columnsAsked, importStore, nothing, preview } from './transferExamples';

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

describe('a preview without an account', () => {
  const empty: ImportPreview = { ...preview, rows: [], missing: 0, notes: [] };

  test('neither offers to clear a search nor counts selected accounts', async () => {
    render(
      <Preview store={importStore} preview={empty} onSave={nothing} onDone={() => undefined} />,
      root,
    );
    await expect.element(page.getByText(/can't be read/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Clear the search' }).elements()).toEqual([]);
    expect(page.getByText('0 of 0 selected').elements()).toEqual([]);
  });

  test('shows the reasons in the full width, with one line above the buttons', async () => {
    root.style.inlineSize = '700px';
    render(
      <Preview store={importStore} preview={empty} onSave={nothing} onDone={() => undefined} />,
      root,
    );
    const list = page.getByRole('list', { name: 'Unreadable' });
    await expect.element(list).toBeVisible();
    const row = list.getByRole('listitem').last().element();
    expect(row.firstElementChild?.clientWidth).toBe(row.clientWidth);
    expect(getComputedStyle(row).borderBlockEndWidth).toBe('0px');
  });
});

test('the mapping of columns says that it is the choice for an earlier table', async () => {
  const asked = { ...columnsAsked, isRemembered: true };
  render(<Columns store={importStore} asked={asked} codeOf={() => '123 456'} />, root);
  await expect.element(page.getByText(/You chose these columns before/)).toBeVisible();
  expect(page.getByText(/Tessera doesn't know this table/).elements()).toEqual([]);
});

/** Returns unreadable rows. All except the first have the same reason. */
const rowsOf = (count: number): ImportPreview['unreadable'] =>
  Array.from({ length: count }, (_, n) => ({
    name: `Bank ${n}`,
    reason: 'otp/unknown-algorithm',
    facts: { algorithm: n === 0 ? 'MD4' : 'MD5' },
  }));

const show = (unreadable: ImportPreview['unreadable']) =>
  render(
    <Preview
      store={importStore}
      preview={{ ...preview, unreadable }}
      onSave={nothing}
      onDone={() => undefined}
    />,
    root,
  );

describe('unreadable rows with the same reason', () => {
  const items = page.getByRole('list', { name: 'Unreadable' }).getByRole('listitem');

  test('are named together above the reason', async () => {
    show(rowsOf(4));
    const together = items.filter({ hasText: /^Bank 1 · Bank 2 · Bank 3.*"MD5"/ });
    await expect.element(together).toBeVisible();
    expect(items.elements()).toHaveLength(2);
  });

  test('show twelve names, and the others on request', async () => {
    show(rowsOf(41));
    const summary = items.last().getByText(/Bank 1 · .* · Bank 12 · \+28$/);
    const other = page.getByText(/^Bank 13 · .* · Bank 40$/);
    await expect.element(summary).toBeVisible();
    await expect.element(other).not.toBeVisible();
    await summary.click();
    await expect.element(other).toBeVisible();
  });
});

test('an account that adds tags and sites to a saved account names them', async () => {
  const [, saved] = preview.rows;
  if (!saved?.known) throw new Error('No saved account');
  const known = {
    ...saved.known,
    lacks: { tags: ['Money'], hosts: ['harbour.example'], pinned: true },
  };
  const chosen: unknown[] = [];
  render(
    <Preview
      store={{ ...importStore, choose: (...choice) => void chosen.push(choice) }}
      preview={{ ...preview, rows: [{ ...saved, known, choice: 'skip' }] }}
      onSave={nothing}
      onDone={() => undefined}
    />,
    root,
  );
  const mark = page.getByText('Already saved · + Favorite · + Money · + harbour.example');
  await expect.element(mark).toBeVisible();
  await page.getByRole('checkbox').click();
  expect(chosen).toEqual([[saved.id, 'merge']]);
});
