import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  expectWrong,
  closePage,
  copied,
  openPage,
  passphrase,
  press,
  sees,
  type,
  vault,
} from './vaultSecurityPage';

const recoveryKey = /^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/;

beforeEach(openPage);
afterEach(closePage);

describe('the page "Vault security"', () => {
  test('changes the passphrase after asking for the current one', async () => {
    await press('Change passphrase');
    await type('Current passphrase', 'not this one');
    await type('New passphrase', 'battery staple');
    await type('Confirm new passphrase', 'battery s');
    await expect.element(page.getByText("The passphrases don't match.")).not.toBeInTheDocument();
    await type('Confirm new passphrase', 'battery stable');
    await sees("The passphrases don't match.");
    await type('Confirm new passphrase', 'battery staple');
    await press('Save passphrase');
    await expectWrong('Current passphrase');
    await type('Current passphrase', passphrase);
    await press('Save passphrase');
    await sees('Passphrase changed');
    await vault.lock();
    await vault.unlock('battery staple');
  });

  test('shows the recovery key once, and asks to enter it before the dialog closes', async () => {
    await sees(/If you forget your passphrase, nobody can open your vault/);
    await press('Create a recovery key');
    await type('Passphrase', passphrase);
    await press('Create key');
    await sees(recoveryKey);
    const key = page.getByText(recoveryKey).element().textContent ?? '';
    await press("I've saved it");
    await sees("These don't match the last four characters of the key above.");
    await type('Enter its last four characters', key.slice(-4).toLowerCase());
    await press("I've saved it");
    await expect.element(page.getByText(recoveryKey)).not.toBeInTheDocument();
    await sees('New recovery key');
    await vault.lock();
    await vault.slots.recover(key, 'battery staple');
    expect(await vault.list()).toHaveLength(2);
  });

  test('copies the recovery key through the service that clears the clipboard', async () => {
    await press('Create a recovery key');
    await type('Passphrase', passphrase);
    await press('Create key');
    await press('Copy');
    await sees('Copied');
    expect(copied).toEqual([expect.stringMatching(recoveryKey)]);
  });

  test('adds, names and removes a passkey', async () => {
    await press('Add a passkey');
    await type('Name, such as "Laptop"', 'Laptop');
    await type('Passphrase', 'not this one');
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click();
    await expectWrong('Passphrase');
    await type('Passphrase', passphrase);
    await page.getByRole('dialog').getByRole('button', { name: 'Add a passkey' }).click();
    await sees('Laptop');
    await press('Remove: Laptop');
    await type('Passphrase', passphrase);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.element(page.getByText('Laptop', { exact: true })).not.toBeInTheDocument();
  });

  test('restores a removed account from the trash', async () => {
    const [first] = await vault.list();
    await vault.remove([first?.id ?? '']);
    await press('Restore: Harbour Bank');
    await sees('The trash is empty.');
    expect(await vault.list()).toHaveLength(2);
  });
});
