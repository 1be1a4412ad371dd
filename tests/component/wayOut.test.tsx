import { signal } from '@preact/signals';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Manage } from '../../components/manage';
import { SetAsideCard } from '../../components/manage/way-out';
import type { ManageServices } from '../../components/manage/ManageContext';
import { createVaultStore } from '../../components/stores/createVaultStore';
import '../../components/ui/tokens.css';
import { noPolicy } from '../../lib/authenticator/state';
import type { SecureVault } from '../../lib/vault';
import { asNewer, rewrite } from '../support/rewrite';
import { draft, vaultWorld, type VaultWorld } from '../support/vaultWorld';
import { painted } from './painted';

const passphrase = 'correct horse battery';
const root = document.createElement('div');
document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Tessera';

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const type = (label: string, text: string) =>
  page.getByLabelText(label, { exact: true }).fill(text);
const sees = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

let world: VaultWorld;
let vault: SecureVault;
let rescued: number;

const Section = () => (
  <>
    <h1>The vault is open</h1>
    <SetAsideCard />
  </>
);

/** Renders the manage page with the services that repair or replace a vault. */
function show(): void {
  const vaultStore = createVaultStore({ vault, clock: Date.now });
  const parts = {
    vault,
    vaultStore,
    preferences: { policy: signal(noPolicy) },
    unlockMethods: {
      list: async () => new Set((await vault.slots.list()).map((slot) => slot.type)),
      byPasskey: () => vault.slots.unlockByPasskey(),
      withoutPassphrase: () => vault.slots.unlockWithoutPassphrase(),
      recover: (key: string, next: string) => vault.slots.recover(key, next),
    },
    wayOut: {
      ...vault.setAside,
      rescue: () => {
        rescued += 1;
        return Promise.resolve();
      },
    },
    // The gate and the pages before it use nothing else.
  } as unknown as ManageServices;
  const sections = [
    {
      id: 'accounts',
      icon: 'list' as const,
      label: () => 'Accounts',
      load: () => Promise.resolve(Section),
    },
  ];
  render(<Manage parts={parts} sections={sections} />, root);
}

const flush = async () => {
  await painted();
  expect((await axe.run(root)).violations.map(({ id }) => id)).toEqual([]);
};

beforeEach(async () => {
  location.hash = '';
  rescued = 0;
  world = await vaultWorld();
  vault = world.open();
  await vault.create(passphrase);
  await vault.add([draft('Harbour Bank')]);
});

afterEach(() => render(null, root));

test.each([
  ['is damaged', (head: string) => head.slice(0, 20), 'Your vault is damaged', false],
  ['was written by a newer version', asNewer, /^Your vault needs a newer version/, false],
  ['has a damaged slot', (head: string) => head, 'Your vault is locked', true],
])(
  'the page offers a rescue file, a restore and a new vault if the vault %s',
  async (_, damage, words, isLocked) => {
    await vault.lock();
    await rewrite(world, damage);
    show();
    await sees(words);
    if (isLocked) await press("Can't open your vault?");
    else await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await press('Save rescue file');
    expect(rescued).toBe(1);
    await expect.element(page.getByRole('button', { name: 'Restore a backup' })).toBeVisible();
    await flush();

    await press('Start a new vault');
    await sees('Set this vault aside?');
    await press('Set aside');
    await sees('Create your vault');
    expect(location.hash).toBe('#/create');
    expect(await vault.state()).toBe('none');
    expect(await vault.setAside.list()).toHaveLength(1);
  },
);

test('the old vault can be reopened after it was set aside to restore a backup', async () => {
  await vault.lock();
  show();
  await press("Can't open your vault?");
  await press('Restore a backup');
  await press('Set aside');
  await sees('Restore your backup');
  location.hash = '#/welcome';
  await sees('Vaults set aside');
  await flush();
  await press(/^Reopen the vault set aside/);
  await sees('Your vault is locked');
  await type('Passphrase', passphrase);
  await press('Unlock');
  await sees('The vault is open');
});

test('the page for a locked-out user mentions the recovery key if the vault has one', async () => {
  await vault.slots.createRecoveryKey(passphrase);
  await vault.slots.confirmRecoveryKey();
  await vault.lock();
  show();
  await press("Can't open your vault?");
  await sees(/^Your recovery key opens it too/);
  await expect
    .element(page.getByRole('button', { name: 'Forgot your passphrase?' }).first())
    .toBeVisible();
});

test('without a recovery key, "Forgot your passphrase?" says what to do and names no recovery key', async () => {
  await vault.lock();
  show();
  await press('Forgot your passphrase?');
  await sees('Nobody can open this vault without its passphrase.');
  await sees(/^Sites let you back in with their backup codes/);
  await sees(/^Sets this vault aside .* You need the passphrase of the backup\.$/);
  expect(root.innerText).not.toMatch(/recovery key/i);
  const titles = [...root.querySelectorAll<HTMLElement>('section h2')].map((one) => one.innerText);
  expect(titles).toEqual(['Restore a backup', 'Start a new vault', 'Rescue file']);
  await press('Restore a backup');
  const dialog = page.getByRole('dialog', { name: 'Set this vault aside?' });
  await expect.element(dialog.getByText(/You need the passphrase of the backup/)).toBeVisible();
  await flush();
});

test('a vault that was set aside is deleted only after a confirmation', async () => {
  await vault.setAside.startAnew();
  await vault.create(passphrase);
  show();
  await sees('Vaults set aside');
  await press(/^Delete the vault set aside/);
  await sees('Delete this vault permanently?');
  await press('Cancel');
  expect(await vault.setAside.list()).toHaveLength(1);
  await press(/^Delete the vault set aside/);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => vault.setAside.list()).toHaveLength(0);
});
