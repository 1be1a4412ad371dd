import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popup } from '../../components/popup';
import type { EntrySummary } from '../../lib/vault';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft } from '../support/vaultWorld';
import { eventually } from '../support/eventually';
import { closePopup, codes, complaints, openPopup, root, see, seeCodes } from './popupPage';
import { painted } from './painted';
import { press } from './press';

afterEach(closePopup);

test('a new user enters a passphrase twice and sees how to add the first account', async () => {
  const world = await popupWorld();
  render(<Popup parts={world.parts} />, root);
  await see('Create your vault');
  expect(await complaints()).toEqual([]);
  const [first, second] = root.querySelectorAll('input');
  if (!first || !second) throw new Error('no fields');
  await userEvent.fill(first, 'short');
  await userEvent.keyboard('{Enter}');
  await see('Use at least 8 characters.');
  await userEvent.fill(first, passphrase);
  await userEvent.fill(second, 'another');
  await userEvent.keyboard('{Enter}');
  await see("The passphrases don't match.");
  await userEvent.fill(second, passphrase);
  await userEvent.keyboard('{Enter}');
  await see('Add your first account');
  expect(await complaints()).toEqual([]);
});

test('in a locked popup without a recovery key, "Forgot your passphrase?" opens the page that says what to do', async () => {
  const world = await popupWorld();
  await world.parts.vaultStore.create(passphrase);
  await world.parts.vaultStore.lock();
  const unlockMethods = {
    list: () => Promise.resolve(new Set(['passphrase'] as const)),
    byPasskey: () => Promise.resolve(),
    withoutPassphrase: () => Promise.resolve(),
    recover: () => Promise.resolve(),
  };
  render(<Popup parts={{ ...world.parts, unlockMethods }} />, root);
  await press('Forgot your passphrase?');
  expect(world.opened).toEqual(['#/way-out']);
});

test('a locked popup opens only with the passphrase, and shows no account data', async () => {
  const { parts } = await openPopup([draft('GitHub')]);
  await press('Lock');
  await see('Your vault is locked');
  expect(root.innerText).not.toContain('GitHub');
  await userEvent.keyboard('wrong passphrase{Enter}');
  await see("That passphrase isn't right");
  expect(await complaints()).toEqual([]);
  await eventually(async () => {
    await parts.vaultStore.unlock(passphrase);
  });
  await see('GitHub');
});

test('clicking an account copies its code and confirms the copy', async () => {
  const { copied } = await openPopup([draft('GitHub'), draft('Google')]);
  await seeCodes(2);
  const [, second = ''] = codes();
  await press('Copy the code for Google ada@example.org');
  await see('Copied: Google');
  expect(copied).toEqual([second.replace(' ', '')]);
});

const ink = (selector: string) => {
  const found = root.querySelector(selector);
  return found && getComputedStyle(found).color;
};

test("in a code's last seconds, the ring beside the code takes the code's color", async () => {
  const { tick } = await openPopup([draft('GitHub')]);
  await seeCodes(1);
  const [code, ring] = ['li [dir=ltr]', 'li > div:last-child > span svg'];
  expect(ink(ring)).not.toBe(ink(code));
  const calm = ink(code);
  tick(6000);
  await eventually(() => expect(ink(code)).not.toBe(calm));
  expect(ink(ring)).toBe(ink(code));
});

test('arrow keys select, Enter copies, and digits copy one of the first nine codes', async () => {
  const { copied } = await openPopup([draft('One'), draft('Two'), draft('Three')]);
  await seeCodes(3);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await see('Copied: Two');
  await userEvent.keyboard('3');
  await see('Copied: Three');
  expect(copied).toHaveLength(2);
});

test('the remaining seconds are shown as a number if `showSeconds` is on', async () => {
  await openPopup([draft('GitHub')], { preferences: { showSeconds: true } });
  await eventually(() => expect(root.querySelector('li')?.innerText).toMatch(/^\d\d?$/m));
});

test('in the narrowest popup, a compact row leaves its name room for ten letters', async () => {
  await page.viewport(320, 480);
  await openPopup([draft('Harbour Bank')], { preferences: { density: 'compact' } });
  await seeCodes(1);
  const name = page.getByText('Harbour Bank', { exact: true }).element();
  expect(name.parentElement?.clientWidth).toBeGreaterThan(80);
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
});

test('every control of the popup is in view in a sidebar of 240 pixels', async () => {
  await page.viewport(240, 600);
  const { tick } = await openPopup([
    { ...draft('Harbour Bank of the Northern Islands'), account: 'a'.repeat(60) },
  ]);
  await seeCodes(1);
  for (let second = 0; second < 30; second++) {
    await painted();
    expect(root.scrollWidth).toBeLessThanOrEqual(240);
    for (const one of root.querySelectorAll('button, [dir=ltr]'))
      expect(one.getBoundingClientRect().right).toBeLessThanOrEqual(240);
    tick(1000);
  }
});

test('clicking reveals a hidden code', async () => {
  await openPopup([draft('GitHub')], { preferences: { hideCodes: true } });
  await see('••• •••');
  expect(codes()).toEqual([]);
  await press('Copy the code for GitHub ada@example.org');
  await seeCodes(1);
});

test('only the visible rows of a thousand accounts are rendered and decrypted', async () => {
  const get = vi.fn<(id: string) => void>();
  const world = await popupWorld();
  await world.parts.vaultStore.create(passphrase);
  await world.vault.add(Array.from({ length: 1000 }, (_, at) => draft(`Site ${at}`)));
  const watched = {
    ...world.parts.codes,
    open: (entry: EntrySummary) => {
      get(entry.id);
      return world.parts.codes.open(entry);
    },
  };
  root.style.height = '560px';
  render(<Popup parts={{ ...world.parts, codes: watched }} />, root);
  await see('Site 0');
  expect(root.querySelectorAll('li').length).toBeLessThan(30);
  expect(get.mock.calls.length).toBeLessThan(30);
  await userEvent.keyboard('{ArrowDown}{End}');
  await see('Site 999');
  expect(root.querySelectorAll('li').length).toBeLessThan(30);
});

test.each([
  ['light', 'ltr'],
  ['dark', 'ltr'],
  ['dark', 'rtl'],
] as const)('axe finds no violation in the list at 320 pixels: %s, %s', async (theme, dir) => {
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.dir = dir;
  root.style.width = '320px';
  await openPopup([
    draft('GitHub'),
    draft('A site with a name that is far too long for its line'),
    draft('Google'),
  ]);
  await seeCodes(3);
  expect(await complaints()).toEqual([]);
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
  await press('More actions for GitHub');
  expect(await complaints()).toEqual([]);
  root.style.width = '';
});
