import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Manage, type Section } from '../../components/manage';
import { Accounts } from '../../components/manage/accounts';
import '../../components/ui/tokens.css';
import { passphrase, popupWorld } from '../support/popupWorld';
import { draft, vaultWorld } from '../support/vaultWorld';
import { eventually } from '../support/eventually';
import { painted } from './painted';
import { press } from './press';
import { reminderOf } from './reminderOf';

const root = document.createElement('div');
document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Tessera';

const sections: readonly Section[] = [
  { id: 'accounts', icon: 'list', label: () => 'Accounts', load: () => Promise.resolve(Accounts) },
  {
    id: 'security',
    icon: 'shield',
    label: () => 'Vault security',
    load: () => Promise.resolve(() => <h1>Vault security</h1>),
  },
];

const sees = (text: string) => eventually(() => expect(root.innerText).toContain(text));
const complaints = async () => {
  await painted();
  return (await axe.run(document)).violations.map(({ id }) => id);
};

beforeEach(() => page.viewport(1280, 860));
afterEach(() => {
  render(null, root);
  location.hash = '';
});

/** Renders the page that opens after installation. */
async function install(hash = '#/welcome') {
  const world = await popupWorld();
  location.hash = hash;
  render(<Manage parts={world.parts} sections={sections} />, root);
  return world;
}

/** Returns a backup with two accounts from another computer. */
async function backupOf(secret: 'passphrase' | 'recovery key') {
  const vault = (await vaultWorld()).open();
  await vault.create(passphrase);
  await vault.add([draft('Harbour Bank'), draft('GitHub')]);
  const key = secret === 'recovery key' ? await vault.slots.createRecoveryKey(passphrase) : '';
  const { name, bytes } = await vault.backups.make();
  return { file: new File([new Uint8Array(bytes)], name), secret: key || passphrase };
}

test('the welcome page offers three options, and explains how to pin the icon', async () => {
  await install();
  await sees('Welcome to Tessera');
  await sees('Try it with the demo service');
  await sees('pin Tessera');
  expect(await complaints()).toEqual([]);
  await page.viewport(320, 700);
  expect(document.documentElement.scrollWidth).toBe(320);
  await page.getByText('Create a vault').click();
  await sees('Create your vault');
});

test("the welcome page restores a backup on a new computer with the backup's passphrase", async () => {
  const { file } = await backupOf('passphrase');
  const { vault } = await install();
  await page.getByText('I have a backup').click();
  await userEvent.upload(page.getByLabelText('Backup file'), file);
  const secret = page.getByLabelText('Passphrase or recovery key');
  await expect.element(secret).toHaveFocus();
  await userEvent.keyboard('not the one at all{Enter}');
  await sees('Check your keyboard layout');
  expect(await vault.state()).toBe('none');
  expect(await complaints()).toEqual([]);
  await userEvent.keyboard(`${passphrase}{Enter}`);
  await sees('Restored 2 accounts');
  await sees('Harbour Bank');
  await vault.lock();
  await vault.unlock(passphrase);
});

test('the welcome page asks for a new passphrase if the recovery key opened the backup', async () => {
  const { file, secret } = await backupOf('recovery key');
  const { vault } = await install('#/restore');
  await userEvent.upload(page.getByLabelText('Backup file'), file);
  await page.getByLabelText('Passphrase or recovery key').fill(secret);
  await press('Restore');
  await sees('Choose a new passphrase');
  expect(await vault.state()).toBe('none');
  await page.getByLabelText('Passphrase', { exact: true }).fill('another passphrase');
  await page.getByLabelText('Confirm passphrase').fill('another passphrase');
  await press('Restore');
  await sees('Harbour Bank');
});

test("the welcome page reports another app's file as soon as it is chosen, and leads to the import", async () => {
  await install('#/restore');
  await userEvent.upload(page.getByLabelText('Backup file'), new File(['{}'], 'aegis.json'));
  await sees("This isn't a Tessera backup");
  await press('Import from another app');
  expect(window.location.hash).toBe('#/import');
  await sees('Confirm passphrase');
});

test('after the third account, the page suggests a backup, and one click turns on automatic backups', async () => {
  const world = await popupWorld();
  const { vault } = world;
  await vault.create(passphrase);
  await vault.add([draft('A'), draft('B')]);
  const reminder = reminderOf({ vault }, true);
  render(<Manage parts={{ ...world.parts, backupReminder: reminder }} sections={sections} />, root);
  await sees('Drag an account');
  expect(root.innerText).not.toContain('Back up your accounts');
  await vault.add([draft('C')]);
  await sees('Back up your accounts');
  expect(await complaints()).toEqual([]);
  await press('Turn on automatic backups');
  await sees('Automatic backups are on');
  expect((await vault.backups.settings()).target).toBe('downloads');
  expect(root.innerText).not.toContain('Back up your accounts');
});

test.each(['Google Authenticator', 'authenticator.cc', 'Aegis', '2FAS', 'Authy', 'Microsoft'])(
  'an empty vault says how to bring the accounts from %s',
  async (app) => {
    const { vaultStore } = (await install('#/accounts')).parts;
    await vaultStore.create(passphrase);
    await eventually(() => expect(root.querySelector('dl')?.innerText).toContain(app));
  },
);

test('Aegis and 2FAS have their own path to the export', async () => {
  const { vaultStore } = (await install('#/accounts')).parts;
  await vaultStore.create(passphrase);
  await sees('Settings > Import & Export > Export');
  await sees('Settings > 2FAS Backup > Export');
});
