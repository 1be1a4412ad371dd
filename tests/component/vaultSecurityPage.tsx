import { signal } from '@preact/signals';
import { render } from 'preact';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { SecurityPage } from '../../components/manage/security';
import { createSecurityStore } from '../../components/stores/createSecurityStore';
import { Toasts } from '../../components/ui';
import '../../components/ui/tokens.css';
import { noPolicy } from '../../lib/authenticator/state';
import type { BackupFolder, BackupTargets, SecureVault } from '../../lib/vault';
import { draft, vaultWorld, type VaultWorld } from '../support/vaultWorld';

export const passphrase = 'correct horse';

export let world: VaultWorld;
export let vault: SecureVault;
let folder: BackupFolder | null;
export let saved: { name: string; bytes: Uint8Array }[];
/** The texts that were copied through the service that clears the clipboard. */
export let copied: string[];

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

export const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
export const sees = (text: string | RegExp) =>
  expect.element(page.getByText(text).first()).toBeVisible();
export const type = (label: string, text: string) =>
  page.getByLabelText(label, { exact: true }).fill(text);

/** Expects that a wrong passphrase is reported at its field, which has the focus. */
export async function expectWrong(label: string): Promise<void> {
  const field = page.getByLabelText(label, { exact: true });
  await expect.element(field).toBeInvalid();
  await expect.element(field).toHaveAccessibleDescription(/That passphrase isn't right/);
  await expect.element(field).toHaveFocus();
}

const copy = (text: string) => {
  copied.push(text);
  return Promise.resolve();
};

function removePage(): void {
  for (const host of document.querySelectorAll('body > main')) {
    render(null, host);
    host.remove();
  }
}

/** Renders the page for this vault, in place of the previous page. */
export async function show(shown: SecureVault): Promise<void> {
  const store = createSecurityStore({ vault: shown, targets, policy: signal(noPolicy), copy });
  removePage();
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

/** Creates a vault with two accounts and no backup folder, and renders its page. */
export async function openPage(): Promise<void> {
  saved = [];
  copied = [];
  folder = null;
  world = await vaultWorld();
  vault = world.open();
  await vault.create(passphrase);
  await vault.add([draft('Harbour Bank'), draft('Larkfield')]);
  await show(vault);
}

export function closePage(): void {
  removePage();
  vault.close();
}

/** Sets the backup folder. */
export function setFolder(next: BackupFolder): void {
  folder = next;
}
