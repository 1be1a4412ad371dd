import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draft } from '../support/draft';
import { eventually } from '../support/eventually';
import { closePopup, complaints, openPopup, root, see, seeCodes } from './popupPage';

afterEach(closePopup);

const button = (name: string) => page.getByRole('button', { name, exact: true });
const box = (name: string) => page.getByRole('checkbox', { name, exact: false });

async function openSelection() {
  const world = await openPopup([
    { ...draft('Amber Mail'), tags: ['Work'] },
    draft('Bridge Club'),
    { ...draft('Cedar Bank'), tags: ['Money'] },
  ]);
  await button('More').click();
  await page.getByRole('menuitem', { name: 'Select accounts' }).click();
  await expect.element(box('Amber Mail')).toHaveFocus();
  return world;
}

test('several accounts are moved to the trash at once, which can be undone', async () => {
  const { vault } = await openSelection();
  await userEvent.keyboard(' {ArrowDown} ');
  await expect.element(page.getByText('Selected: 2')).toBeVisible();
  await button('Delete').click();
  await see('Moved to the trash: 2');
  await eventually(async () => {
    expect((await vault.list()).map(({ issuer }) => issuer)).toEqual(['Cedar Bank']);
  });
  await seeCodes(1);
  await button('Undo').click();
  await seeCodes(3);
});

test('tags are added to and removed from the selected accounts only, which can be undone', async () => {
  const { vault } = await openSelection();
  const tags = async () => (await vault.list()).map((entry) => [...entry.tags].toSorted());
  await box('Amber Mail').click();
  await box('Bridge Club').click();
  await button('Tags').click();
  await expect.element(page.getByLabelText('New tag')).toHaveFocus();
  await expect.element(page.getByRole('checkbox', { name: 'Work' })).toBePartiallyChecked();
  await page.getByRole('checkbox', { name: 'Money' }).click();
  await page.getByLabelText('New tag').fill('Family');
  await button('Save').click();
  await eventually(async () => {
    expect(await tags()).toEqual([['Family', 'Money', 'Work'], ['Family', 'Money'], ['Money']]);
  });
  await button('Undo').click();
  await eventually(async () => expect(await tags()).toEqual([['Work'], [], ['Money']]));
});

test('"Export" opens the export of the selected accounts, and a search limits what "Select all" selects', async () => {
  const { ids, opened } = await openSelection();
  await page.getByRole('searchbox').fill('bridge');
  await box('Select all').click();
  await expect.element(page.getByText('Selected: 1')).toBeVisible();
  await button('Export').click();
  expect(opened).toEqual([`#/export/${ids[1]}`]);
});

test('Esc leaves the selection and keeps the popup open', async () => {
  await openSelection();
  expect(await complaints()).toEqual([]);
  document.documentElement.dataset['theme'] = 'dark';
  expect(await complaints()).toEqual([]);
  document.documentElement.dir = 'rtl';
  await page.viewport(320, 480);
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
  await userEvent.keyboard('{Escape}');
  await seeCodes(3);
});
