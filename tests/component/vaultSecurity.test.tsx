import { signal } from '@preact/signals';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SecurityPage } from '../../components/manage/security';
import { createSecurityStore } from '../../components/stores/createSecurityStore';
import { Toasts } from '../../components/ui';
import '../../components/ui/tokens.css';
import { noPolicy } from '../../lib/authenticator/state';
import type { BackupFolder, BackupTargets, Finding, SecureVault } from '../../lib/vault';
import { copyOf, putBack } from '../support/vaultDamage';
import { draft, vaultWorld, type VaultWorld } from '../support/vaultWorld';
import { painted } from './painted';

const passphrase = 'correct horse';
const recoveryKey = /^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/;

let world: VaultWorld;
let vault: SecureVault;
let folder: BackupFolder | null;
let saved: { name: string; bytes: Uint8Array }[];

const targets: BackupTargets = {
  canChooseFolder: true,
  folder: () => Promise.resolve(folder),
  allowFolder: () => {
    if (folder) folder = { ...folder, allowed: true };
    return Promise.resolve(true);
  },
  withBackupLock: (work: () => Promise<void>) => work(),
  chooseFolder: () => Promise.resolve('Backups'),
  write: (_where, name, bytes) => {
    saved.push({ name, bytes });
    return Promise.resolve(true);
  },
};

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const sees = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();
const type = (label: string, text: string) =>
  page.getByLabelText(label, { exact: true }).fill(text);

/** Renders the page for this vault, replacing the current one. */
async function show(shown: SecureVault): Promise<void> {
  const store = createSecurityStore({ vault: shown, targets, policy: signal(noPolicy) });
  for (const host of document.querySelectorAll('body > main')) {
    render(null, host);
    host.remove();
  }
  const host = document.body.appendChild(document.createElement('main'));
  host.lang = 'en';
  render(
    <Toasts>
      <SecurityPage store={store} />
    </Toasts>,
    host,
  );
  await sees('Ways to unlock');
}

/** The vault with this report of a check. */
const found = (findings: readonly Finding[]): SecureVault => ({
  ...vault,
  health: {
    ...vault.health,
    report: () => Promise.resolve({ checkedAt: 0, records: 2, sound: 1, findings }),
  },
});

beforeEach(async () => {
  saved = [];
  folder = null;
  world = await vaultWorld();
  vault = world.open();
  await vault.create(passphrase);
  await vault.add([draft('Harbour Bank'), draft('Larkfield')]);
  await show(vault);
});

afterEach(() => {
  for (const host of document.querySelectorAll('body > main')) {
    render(null, host);
    host.remove();
  }
  vault.close();
});

describe('the page "Vault security"', () => {
  test('axe finds no violation, with or without an open dialog', async () => {
    const rules = {
      rules: { 'page-has-heading-one': { enabled: true }, region: { enabled: false } },
    };
    await painted();
    expect((await axe.run(document.body, rules)).violations.map(({ id }) => id)).toEqual([]);
    await press('Change passphrase');
    await painted();
    expect((await axe.run(document.body, rules)).violations.map(({ id }) => id)).toEqual([]);
  });

  test('a manual check reports success in one line', async () => {
    await press('Check now');
    await sees(
      /2 records · no problems · both copies up to date · no backup yet · no recovery key · checked /,
    );
  });

  test("a second copy that can't be written isn't reported as in sync", async () => {
    Object.assign(world.local, { set: () => Promise.reject(new Error('QUOTA_BYTES')) });
    await expect(vault.add([draft('Third')])).rejects.toThrow('vault/not-mirrored');
    await press('Check now');
    await sees(/3 records · no problems · one copy only · /);
  });

  test('damaged accounts can be deleted, but not in a vault that a newer version wrote', async () => {
    const missing = { kind: 'record-missing', id: 'lost', healed: false } as const;
    const newer = { kind: 'format-newer', healed: false } as const;
    const discard = page.getByRole('button', { name: 'Delete unreadable records' });
    await show(found([missing]));
    await expect.element(discard).toBeVisible();
    await show(found([newer, missing]));
    await sees('Check results');
    await expect.element(discard).not.toBeInTheDocument();
  });

  test('deletes another vault only after a question, and can save it first', async () => {
    const elsewhere = await vaultWorld();
    const another = elsewhere.open();
    await another.create('battery staple');
    await putBack(world, 'mirror', await copyOf(elsewhere, 'mirror'));
    another.close();
    await press('Check now');
    await sees(/2 records · no problems · one copy only · /);
    await sees(/A different vault is stored in place of one copy\..* Nothing was changed\./);
    await press('Delete the other vault');
    await sees(/Permanently deletes the other vault/);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save rescue file' }).click();
    await expect.poll(() => saved.map(({ name }) => name)).toEqual(['tessera-rescue.json']);
    expect((await vault.health.check()).findings).toMatchObject([{ kind: 'store-foreign' }]);
    await dialog.getByRole('button', { name: 'Delete the other vault' }).click();
    await sees(/2 records · no problems · both copies up to date · /);
    await expect.element(page.getByText('Check results')).not.toBeInTheDocument();
  });

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
    await sees(/That passphrase isn't right/);
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

  test('adds, names and removes a passkey', async () => {
    await press('Add a passkey');
    await type('Name, such as "Laptop"', 'Laptop');
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

  test('makes a backup, and previews restoring it', async () => {
    await sees("You don't have a backup yet.");
    await press('Back up now');
    await sees('Backup saved');
    await expect.element(page.getByText("You don't have a backup yet.")).not.toBeInTheDocument();
    const [first] = await vault.list();
    await vault.remove([first?.id ?? '']);
    await vault.trash.purge([first?.id ?? '']);
    await sees(/Changes since then aren't backed up/);
    await press('Restore a backup');
    const [{ name, bytes } = { name: '', bytes: new Uint8Array() }] = saved;
    const file = new File([new Uint8Array(bytes)], name);
    await userEvent.upload(page.getByLabelText('Backup file'), file);
    await type('Passphrase or recovery key', passphrase);
    await press('Open');
    await sees(/2 accounts · 1 unchanged/);
    await press('Merge into my vault');
    await sees('Restored');
    expect(await vault.list()).toHaveLength(2);
    await press('Undo');
    await expect.poll(async () => (await vault.list()).length).toBe(1);
  });

  test('asks for a folder again that the browser no longer allows', async () => {
    folder = { name: 'Backups', allowed: false };
    await vault.backups.change({ target: 'folder' });
    await sees('The browser no longer lets Tessera write to the folder Backups.');
    await press('Allow access');
    await expect.element(page.getByText(/no longer lets Tessera/)).not.toBeInTheDocument();
    await sees(/even with no Tessera page open/);
  });

  test('saves a backup count when it is complete, and rejects an invalid one', async () => {
    folder = { name: 'Backups', allowed: true };
    await vault.backups.change({ target: 'folder' });
    const field = page.getByLabelText('Backups to keep');
    const kept = async () => (await vault.backups.settings()).keep;
    await expect.element(field).toHaveValue(10);
    await userEvent.tripleClick(field);
    await userEvent.keyboard('25');
    await expect.element(field).toHaveValue(25);
    expect(await kept()).toBe(10);
    await userEvent.keyboard('{Enter}');
    await expect.poll(kept).toBe(25);
    for (const wrong of ['0', '1000', '2.5']) {
      await userEvent.tripleClick(field);
      await userEvent.keyboard(wrong);
      await userEvent.tab();
      await expect.element(field).toHaveValue(25);
    }
    expect(await kept()).toBe(25);
  });

  test('saves everything as stored', async () => {
    await press('Save rescue file');
    await expect.poll(() => saved.length).toBe(1);
    const rescue = JSON.parse(new TextDecoder().decode(saved[0]?.bytes)) as { format: string };
    expect(rescue.format).toBe('tessera-rescue');
  });
});
