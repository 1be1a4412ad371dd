import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draft } from '../support/vaultWorld';
import { eventually } from '../support/eventually';
import { closePopup, codes, openPopup, root, see, seeCodes } from './popupPage';
import { press } from './press';

afterEach(closePopup);

test('the slash key starts the search, Enter copies the first result, and Esc ends the search', async () => {
  const { copied } = await openPopup([draft('Alpha'), draft('Beta'), draft('Gamma')]);
  await seeCodes(3);
  await userEvent.keyboard('/gam');
  await eventually(() => expect(root.innerText).not.toContain('Alpha'));
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(copied).toHaveLength(1));
  await userEvent.keyboard('{Escape}');
  await see('Alpha');
  expect(root.querySelector('input')).toBeNull();
});

test('the search field keeps the focus after arrow keys moved through the list', async () => {
  await openPopup([draft('One'), draft('Two'), draft('Three')]);
  await seeCodes(3);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}/tw');
  await seeCodes(1);
  expect(document.activeElement?.matches('input[type=search]')).toBe(true);
  expect(root.querySelector<HTMLInputElement>('input[type=search]')?.value).toBe('tw');
});

test('a letter starts the search at once, and Esc after a search without results returns to the list', async () => {
  await openPopup([draft('GitHub'), draft('Google'), draft('GitLab')]);
  await userEvent.keyboard('gitl');
  await see('GitLab');
  expect(root.querySelector('input')?.value).toBe('gitl');
  await eventually(() => expect(root.innerText).not.toContain('GitHub'));
  await userEvent.keyboard('qqqq');
  await see('Clear the search');
  await userEvent.keyboard('{Escape}');
  await eventually(() => expect(document.activeElement?.matches('li *')).toBe(true));
});

test('the search field appears from ten accounts on', async () => {
  await openPopup(Array.from({ length: 10 }, (_, at) => draft(`Site ${at}`)));
  expect(root.querySelector('input[type=search]')).not.toBeNull();
  await seeCodes(10).catch(() => expect(codes().length).toBeGreaterThan(5));
});

test('clicking a tag filters the list, and another click shows all accounts again', async () => {
  await openPopup([
    { ...draft('Alpha'), tags: ['work', 'bank'] },
    { ...draft('Beta'), tags: ['work'] },
    draft('Gamma'),
  ]);
  await seeCodes(3);
  await press('bank');
  await seeCodes(1);
  await press('work');
  await seeCodes(2);
  await press('work');
  await seeCodes(3);
});

test('a search without a result can be cleared, or leads to adding the account', async () => {
  const { opened } = await openPopup([draft('Alpha')]);
  await seeCodes(1);
  await userEvent.keyboard('/zebra');
  await see('No account matches.');
  await press('Add an account');
  expect(opened).toEqual(['#/add']);
  await press('Clear the search');
  await seeCodes(1);
});

test('choosing a tag scrolls the list to the top', async () => {
  await page.viewport(360, 560);
  const many = Array.from({ length: 40 }, (_, at) => ({ ...draft(`Site ${at}`), tags: ['work'] }));
  await openPopup([...many, { ...draft('Other'), tags: ['home'] }]);
  const box = root.querySelector('ul')?.parentElement;
  if (!box) throw new Error('no list');
  box.scrollTop = 2000;
  await eventually(() => expect(root.querySelector('[data-index="0"]')).toBeNull());
  await press('work');
  await eventually(() => expect(root.querySelector('[data-index="0"]')).not.toBeNull());
  expect(box.scrollTop).toBe(0);
});
