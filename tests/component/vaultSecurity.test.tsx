import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Finding, SecureVault } from '../../lib/vault';
import { copyOf, putBack } from '../support/vaultDamage';
import { draft, vaultWorld } from '../support/vaultWorld';
import { painted } from './painted';
import {
  expectWrong,
  closePage,
  openPage,
  passphrase,
  press,
  saved,
  sees,
  setFolder,
  show,
  type,
  vault,
  world,
} from './vaultSecurityPage';

/** Returns the vault with this report of a check. */
const found = (findings: readonly Finding[]): SecureVault => ({
  ...vault,
  health: {
    ...vault.health,
    report: () => Promise.resolve({ checkedAt: 0, records: 2, sound: 1, findings }),
  },
});

beforeEach(openPage);
afterEach(closePage);

const kept = async () => (await vault.backups.settings()).keep;

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

  test('reports the success of a manual check in one line', async () => {
    await press('Check now');
    await sees(
      /2 records · no problems · both copies up to date · no backup yet · no recovery key · checked /,
    );
  });

  test('checks again on opening if accounts were added since the check', async () => {
    await press('Check now');
    await sees(/2 records · no problems/);
    await vault.add([draft('Third'), draft('Fourth')]);
    await show(vault);
    await sees(/4 records · no problems/);
  });

  test("opening the page doesn't check again while the count is right or a problem isn't read yet", async () => {
    let checks = 0;
    const counted = (shown: SecureVault): SecureVault => ({
      ...shown,
      health: { ...shown.health, check: () => ((checks += 1), vault.health.check()) },
    });
    await press('Check now');
    await vault.remove([(await vault.list())[0]?.id ?? '']);
    await show(counted(vault));
    await vault.add([draft('Third')]);
    await show(counted(found([{ kind: 'record-leftover', healed: true }])));
    expect(checks).toBe(0);
  });

  test("reports that there is only one copy if the second copy can't be written", async () => {
    Object.assign(world.local, { set: () => Promise.reject(new Error('QUOTA_BYTES')) });
    await expect(vault.add([draft('Third')])).rejects.toThrow('vault/not-mirrored');
    await press('Check now');
    await sees(/3 records · no problems · one copy only · /);
  });

  test('lets the user delete damaged accounts, except in a vault that a newer version wrote', async () => {
    const missing = { kind: 'record-missing', id: 'lost', healed: false } as const;
    const newer = { kind: 'format-newer', healed: false } as const;
    const discard = page.getByRole('button', { name: 'Delete unreadable records' });
    await show(found([missing]));
    await expect.element(discard).toBeVisible();
    await show(found([newer, missing]));
    await sees('Check results');
    await expect.element(discard).not.toBeInTheDocument();
  });

  test('asks before it deletes another vault, and offers to save that vault first', async () => {
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

  test('reports a vault that is older than the newest backup until the user accepts it', async () => {
    const both = ['primary', 'mirror'] as const;
    const [primary, mirror] = await Promise.all(both.map((name) => copyOf(world, name)));
    if (!primary || !mirror) throw new Error('Both stores have a copy');
    await vault.add([draft('Third')]);
    await vault.backups.recordBackup(await vault.backups.make());
    await putBack(world, 'primary', primary);
    await putBack(world, 'mirror', mirror);
    await press('Check now');
    await sees(/2 records · no problems · last backup /);
    await sees(
      /were replaced with an older state.*Restore your newest backup, or keep this state\./,
    );
    await press('Check now');
    await sees(/were replaced with an older state/);
    await press('Keep this state');
    await sees(/2 records · no problems · both copies up to date · /);
    await expect.element(page.getByText('Check results')).not.toBeInTheDocument();
  });

  test('makes a backup, and previews a restore', async () => {
    await sees("You don't have a backup yet.");
    await press('Back up now');
    await sees(/^Backup saved · tessera-[-\da-f]+\.tessera · Downloads folder$/);
    await expect.element(page.getByText("You don't have a backup yet.")).not.toBeInTheDocument();
    const [first] = await vault.list();
    await vault.remove([first?.id ?? '']);
    await vault.trash.purge([first?.id ?? '']);
    await sees(/Changes since then aren't backed up/);
    await press('Restore a backup');
    const [{ name, bytes } = { name: '', bytes: new Uint8Array() }] = saved;
    const file = new File([new Uint8Array(bytes)], name);
    await userEvent.upload(page.getByLabelText('Backup file'), file);
    await type('Passphrase or recovery key', 'not this one');
    await press('Open');
    await expectWrong('Passphrase or recovery key');
    await type('Passphrase or recovery key', passphrase);
    await press('Open');
    await sees(/2 accounts · 1 unchanged/);
    // The counts stay in sight beside the buttons.
    const foot = document.querySelector('dialog[open] > :last-child');
    expect(foot?.textContent).toContain('2 accounts · 1 unchanged');
    await press('Merge into my vault');
    await sees('Restored');
    expect(await vault.list()).toHaveLength(2);
    await press('Undo');
    await expect.poll(async () => (await vault.list()).length).toBe(1);
  });

  test('asks again for a folder that the browser no longer allows', async () => {
    setFolder({ name: 'Backups', allowed: false });
    await vault.backups.change({ target: 'folder' });
    await sees('The browser no longer lets Tessera write to the folder Backups.');
    await press('Allow access');
    await expect.element(page.getByText(/no longer lets Tessera/)).not.toBeInTheDocument();
    await sees(/even with no Tessera page open/);
  });

  test('saves the backup count on Enter, and rejects an invalid count', async () => {
    setFolder({ name: 'Backups', allowed: true });
    await vault.backups.change({ target: 'folder' });
    const field = page.getByLabelText('Backups to keep');
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

  test('exports all raw data', async () => {
    await press('Save rescue file');
    await expect.poll(() => saved.length).toBe(1);
    const rescue = JSON.parse(new TextDecoder().decode(saved[0]?.bytes)) as { format: string };
    expect(rescue.format).toBe('tessera-rescue');
  });
});
