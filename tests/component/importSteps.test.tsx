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
