import { signal } from '@preact/signals';
import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Manage, type Section } from '../../components/manage';
import { SecurityPage } from '../../components/manage/security';
import { Popup } from '../../components/popup';
import { createSecurityStore } from '../../components/stores/createSecurityStore';
import '../../components/ui/tokens.css';
import { noPolicy } from '../../lib/authenticator/state';
import { downloadsOnly } from '../support/backupTargets';
import { passphrase, popupWorld } from '../support/popupWorld';
import { painted } from './painted';

const root = document.createElement('div');
document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Tessera';

afterEach(() => {
  render(null, root);
  location.hash = '';
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = (name: string) => button(name).click();
const sees = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

/** Renders the authenticator's page for a new vault, assembled as in its entrypoint. */
async function managePage(make: 'withPassphrase' | 'without' = 'withPassphrase') {
  const world = await popupWorld();
  const { vault } = world;
  let declined = false;
  const store = createSecurityStore({ vault, targets: downloadsOnly, policy: signal(noPolicy) });
  const sections: readonly Section[] = [
    {
      id: 'accounts',
      icon: 'list',
      label: () => 'Accounts',
      load: () => Promise.resolve(() => <h1>Accounts</h1>),
    },
    {
      id: 'security',
      icon: 'shield',
      label: () => 'Vault security',
      load: () => Promise.resolve(() => <SecurityPage store={store} />),
    },
  ];
  const types = async () => new Set((await vault.slots.list()).map(({ type }) => type));
  const recoveryOffer = {
    isDue: async () => !declined && !(await types()).has('recovery'),
    decline: () => {
      declined = true;
      return Promise.resolve();
    },
    subscribe: (listener: () => void) => vault.subscribe(listener),
  };
  await (make === 'without' ? vault.createWithoutPassphrase() : vault.create(passphrase));
  const parts = make === 'without' ? world.parts : { ...world.parts, recoveryOffer };
  render(<Manage parts={parts} sections={sections} />, root);
  await sees('Accounts');
  return world;
}

test('the page suggests a recovery key for a new vault until the vault has a recovery key', async () => {
  const { vault } = await managePage();
  await sees(/If you forget your passphrase, nobody/);
  await painted();
  expect((await axe.run(document)).violations.map(({ id }) => id)).toEqual([]);
  await press('Create a recovery key');
  await page.getByLabelText('Passphrase', { exact: true }).fill(passphrase);
  await press('Create key');
  const key = page.getByText(/^([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
  await expect.element(key).toBeVisible();
  const text = key.element().textContent ?? '';
  await page.getByLabelText('Enter its last four characters').fill(text.slice(-4));
  await press("I've saved it");
  await expect.element(key).not.toBeInTheDocument();
  location.hash = '#/accounts';
  await sees('Accounts');
  await expect.element(button('Create a recovery key')).not.toBeInTheDocument();
  await vault.lock();
  await vault.slots.recover(text, 'battery staple');
});

test('after "Not now", only the page "Vault security" suggests a recovery key', async () => {
  await managePage();
  await press('Not now');
  await expect.element(button('Create a recovery key')).not.toBeInTheDocument();
  location.hash = '#/security';
  await sees(/If you forget your passphrase, nobody/);
  await press('Check now');
  await sees(/no problems .* no recovery key/);
});

test('a vault without a passphrase shows "Set a passphrase" instead of "Lock"', async () => {
  const { vault } = await managePage('without');
  await expect.element(button('Lock')).not.toBeInTheDocument();
  await page.getByRole('navigation').getByRole('button', { name: 'Set a passphrase' }).click();
  await sees(/Anyone who can read your browser profile can read your codes/);
  await sees(/anyone who has the file can read your codes/);
  await expect.element(page.getByText(/Nobody can read it without/)).not.toBeInTheDocument();
  await expect.element(button('Back up now')).toBeDisabled();
  await page.getByRole('main').getByRole('button', { name: 'Set a passphrase' }).click();
  await page.getByLabelText('New passphrase', { exact: true }).fill('battery staple');
  await page.getByLabelText('Confirm new passphrase').fill('battery staple');
  await press('Save passphrase');
  await sees('Passphrase changed');
  await press('Lock');
  await sees('Your vault is locked');
  await vault.unlock('battery staple');
  await sees(/Nobody can read it without/);
});

test('in a narrow window "Lock" stays visible while the sections scroll', async () => {
  await page.viewport(360, 640);
  await managePage();
  const { left, right } = button('Lock').element().getBoundingClientRect();
  expect(left).toBeGreaterThan(0);
  expect(right).toBeLessThanOrEqual(360);
  await press('Lock');
  await sees('Your vault is locked');
  await page.viewport(1100, 800);
});

test('only one offer is shown at a time, first the backup and then the recovery key', async () => {
  const { parts } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const backupReminder = {
    look: () => Promise.resolve({ kind: 'never' } as const),
    automate: null,
    snooze: () => Promise.resolve(),
    subscribe: () => () => undefined,
  };
  const recoveryOffer = {
    isDue: () => Promise.resolve(true),
    decline: () => Promise.resolve(),
    subscribe: () => () => undefined,
  };
  render(<Manage parts={{ ...parts, backupReminder, recoveryOffer }} sections={[]} />, root);
  await sees('Back up your accounts');
  await expect.element(button('Create a recovery key')).not.toBeInTheDocument();
  await press('Not now');
  await expect.element(button('Create a recovery key')).toBeVisible();
});

test('the reminder of a backup says what sync does not protect from', async () => {
  const { parts } = await popupWorld();
  await parts.vaultStore.create(passphrase);
  const backupReminder = {
    look: () => Promise.resolve({ kind: 'synced' } as const),
    automate: null,
    snooze: () => Promise.resolve(),
    subscribe: () => () => undefined,
  };
  render(<Manage parts={{ ...parts, backupReminder }} sections={[]} />, root);
  await sees('Sync copies a deletion to every device. A backup keeps what you had.');
  expect(root.innerText).not.toContain('They exist only in this browser.');
});

test('an empty popup offers no recovery key, because there is nothing to recover yet', async () => {
  const { parts, vault } = await popupWorld();
  await vault.create(passphrase);
  render(<Popup parts={parts} />, root);
  await sees('Add your first account');
  await expect.element(button('Create a recovery key')).not.toBeInTheDocument();
});
