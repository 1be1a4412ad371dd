import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { AppError } from '../../lib/errors';
import { makeOtp } from '../../lib/otp';
import { draft } from '../support/vaultWorld';
import { eventually } from '../support/eventually';
import { painted } from './painted';
import { closePopup, codes, openPopup, root, see } from './popupPage';
import { press, seenButton } from './press';

afterEach(closePopup);

test("a row's menu begins with the text that the row truncated", async () => {
  const account = 'someone@far.too.long.for.its.line.example.org';
  await openPopup([draft('A site with a name that is far too long for its line', account)]);
  await press('More actions for A site with a name that is far too long for its line');
  const lines = [...root.querySelectorAll<HTMLElement>('[popover]:popover-open p')];
  expect(lines.map((line) => line.innerText)).toEqual([
    'A site with a name that is far too long for its line',
    account,
  ]);
  expect(lines.filter((line) => line.scrollWidth > line.clientWidth)).toEqual([]);
});

test('a deleted account can be restored from the toast', async () => {
  await openPopup([draft('GitHub'), draft('Google')]);
  await press('More actions for GitHub');
  await userEvent.keyboard('{End}{Enter}');
  await see('GitHub moved to the trash');
  await eventually(() => expect(root.querySelectorAll('li')).toHaveLength(1));
  await press('Undo');
  await eventually(() => expect(root.querySelectorAll('li')).toHaveLength(2));
});

test("a row's menu leads to the QR code, unless a policy forbids exports", async () => {
  const { opened, ids } = await openPopup([draft('GitHub')]);
  await press('More actions for GitHub');
  await press('QR code and secret key');
  expect(opened).toEqual([`#/account/${ids[0] ?? ''}/qr`]);
  closePopup();
  await openPopup([draft('GitHub')], { policy: { allowExport: false } });
  await press('More actions for GitHub');
  await see('Account details');
  expect(root.innerText).not.toContain('QR code');
});

const order = () =>
  [...root.querySelectorAll<HTMLElement>('li button[data-main]')].map(
    ({ ariaLabel }) => /^Copy the code for (\w+)/.exec(ariaLabel ?? '')?.[1],
  );
const isMenuItem = (name: string) =>
  [...root.querySelectorAll('[role=menuitem]')].some((item) => item.textContent === name);

test("a row's menu moves the account in the manual order", async () => {
  await openPopup([{ ...draft('Alpha'), pinned: true }, draft('Beta'), draft('Gamma')]);
  await press('More actions for Gamma');
  await see('Move up');
  expect(isMenuItem('Move down')).toBe(false);
  await press('Move up');
  await eventually(() => expect(order()).toEqual(['Alpha', 'Gamma', 'Beta']));
  // Pinned accounts stay on top.
  await press('More actions for Gamma');
  await see('Move down');
  expect(isMenuItem('Move up')).toBe(false);
});

test.each([
  ['another order', { preferences: { order: 'name' } }, ''],
  ['a search', {}, 'a'],
] as const)("a row's menu moves no account in %s", async (_, options, query) => {
  const { parts } = await openPopup([draft('Alpha'), draft('Gamma')], options);
  parts.accounts.query.value = query;
  await press('More actions for Alpha');
  await see('Account details');
  expect(isMenuItem('Move down')).toBe(false);
});

test('the menu leads to a backup', async () => {
  const { opened } = await openPopup([draft('GitHub')]);
  await press('More');
  await press('Back up now');
  expect(opened).toEqual(['#/security/back-up']);
});

const removeByKeyboard = async (name: string) => {
  (await seenButton(`More actions for ${name}`)).focus();
  await userEvent.keyboard('{Enter}');
  await eventually(() => expect(document.activeElement?.role).toBe('menuitem'));
  await userEvent.keyboard('{End}{Enter}');
  await see(`${name} moved to the trash`);
};
const seeFocusOn = (name: string) =>
  eventually(() => expect(document.activeElement?.ariaLabel).toContain(`code for ${name}`));

test("deleting by keyboard moves the focus to the row that takes the deleted row's place", async () => {
  await openPopup([draft('One'), draft('Two'), draft('Three')]);
  await removeByKeyboard('Two');
  await seeFocusOn('Three');
  await removeByKeyboard('Three');
  await seeFocusOn('One');
});

test('an undo that fails is reported', async () => {
  const { vault } = await openPopup([draft('GitHub'), draft('Google')]);
  await press('More actions for GitHub');
  await userEvent.keyboard('{End}{Enter}');
  await see('GitHub moved to the trash');
  const [removed] = await vault.trash.list();
  await vault.trash.purge([removed?.id ?? '']);
  await press('Undo');
  await see('This account is no longer in your vault.');
});

test('copying a backup code is confirmed and can be undone, and a double click marks the code once', async () => {
  const backupCodes = ['aaaa-1111', 'bbbb-2222'].map((code) => ({ code, usedAt: null }));
  const { vault, ids, copied } = await openPopup([{ ...draft('GitHub'), backupCodes }]);
  const used = async () =>
    (await vault.get(ids[0] ?? '')).backupCodes.map(({ usedAt }) => usedAt !== null);
  await press('More actions for GitHub');
  await press('Backup codes');
  await press('Copy and mark as used');
  await see('Copied and marked as used');
  expect(copied).toEqual(['aaaa-1111']);
  await press('Undo');
  await eventually(() =>
    expect(root.querySelectorAll('[aria-label="Mark as used"]')).toHaveLength(2),
  );
  expect(await used()).toEqual([false, false]);
  await userEvent.dblClick(await seenButton('Mark as used'));
  await see('Marked as used');
  await painted();
  expect(await used()).toEqual([true, false]);
});

const counted = makeOtp({ kind: 'hotp', secret: new TextEncoder().encode('12345678901234567890') });
const codeOf = () => root.querySelector('li [dir=ltr]');

test('an HOTP account announces that it has no code yet, and announces when a new code was copied', async () => {
  const { copied } = await openPopup([{ ...draft('Counter'), otp: counted }]);
  expect(codeOf()?.ariaLabel).toBe('No code yet. Get the next one.');
  await press('Next code for Counter');
  await see('New code, copied: Counter');
  expect(codeOf()?.ariaLabel).toBeNull();
  expect(copied).toEqual(['755224']);
});

test("no HOTP code is shown or copied if the counter can't be saved", async () => {
  const { vault, copied } = await openPopup([{ ...draft('Counter'), otp: counted }]);
  vault.update = async (id, change) => {
    change(await vault.get(id));
    throw new AppError('vault/read-only');
  };
  await press('Next code for Counter');
  await see('newer version');
  expect(codes()).toEqual([]);
  expect(codeOf()?.textContent).toBe('––– –––');
  expect(copied).toEqual([]);
});

test('a double click on "Next code" uses up only one counter', async () => {
  const { vault, ids, tick } = await openPopup([{ ...draft('Counter'), otp: counted }]);
  const counter = async () => (await vault.get(ids[0] ?? '')).otp.counter;
  const button = await seenButton('Next code for Counter');
  button.click();
  button.click();
  await see('New code, copied: Counter');
  tick(400);
  button.click();
  // Changes are made in order, so this change waits for those of the clicks.
  await vault.update(ids[0] ?? '', () => ({}));
  expect(await counter()).toBe(1);
  tick(200);
  button.click();
  await eventually(async () => expect(await counter()).toBe(2));
});
