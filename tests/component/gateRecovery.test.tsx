import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { newcomer, press, root, sees, type } from './gatePage';

afterEach(() => render(null, root));

test('during recovery, the gate asks for the new passphrase twice and shows a mismatch immediately', async () => {
  const vault = await newcomer();
  await vault.create('seven tiles');
  const key = await vault.slots.createRecoveryKey('seven tiles');
  await vault.lock();
  await press('Forgot your passphrase?');
  await type('Recovery key', key);
  await type('New passphrase', 'eight slates');
  await type('Confirm new passphrase', 'eight plates');
  await sees("The passphrases don't match.");
  await press('Unlock and set passphrase');
  expect(await vault.state()).toBe('locked');
  await type('Confirm new passphrase', 'eight slates');
  await press('Unlock and set passphrase');
  await sees('The vault is open');
  await vault.lock();
  await vault.unlock('eight slates');
});

test.each([1280, 360, 320])('shows the whole recovery key at %d pixels', async (width) => {
  const vault = await newcomer();
  await vault.create('seven tiles');
  const key = await vault.slots.createRecoveryKey('seven tiles');
  await vault.lock();
  await page.viewport(width, 700);
  await press('Forgot your passphrase?');
  await type('Recovery key', key);
  const field = page.getByLabelText('Recovery key', { exact: true }).element();
  expect(field.scrollWidth).toBeLessThanOrEqual(field.clientWidth);
  expect(parseFloat(getComputedStyle(field).fontSize)).toBeGreaterThan(11);
});

test('"Forgot your passphrase?" replaces the passphrase form, and a button restores it', async () => {
  const vault = await newcomer();
  await vault.create('seven tiles');
  await vault.slots.createRecoveryKey('seven tiles');
  await vault.lock();
  await page.viewport(360, 600);
  await press('Forgot your passphrase?');
  await expect.element(page.getByLabelText('Recovery key', { exact: true })).toHaveFocus();
  await expect.element(page.getByLabelText('Passphrase', { exact: true })).not.toBeInTheDocument();
  await expect
    .element(page.getByRole('button', { name: 'Unlock and set passphrase' }))
    .toBeInViewport();
  await press('Use the passphrase instead');
  await expect.element(page.getByLabelText('Passphrase', { exact: true })).toHaveFocus();
});
