import { signal } from '@preact/signals';
import { render } from 'preact';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { createVaultStore } from '../../components/stores/createVaultStore';
import '../../components/ui/tokens.css';
import { Gate } from '../../components/vault';
import { noPolicy, type Policy } from '../../lib/authenticator/state';
import type { SecureVault } from '../../lib/vault';
import { vaultWorld } from '../support/vaultWorld';

export const root = document.createElement('div');
document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Tessera';

export const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
export const type = (label: string, text: string) =>
  page.getByLabelText(label, { exact: true }).fill(text);
export const sees = (text: string) => expect.element(page.getByText(text).first()).toBeVisible();
export const seesNot = (text: string) =>
  expect.element(page.getByText(text)).not.toBeInTheDocument();

/** Renders the gate of a vault with these policy rules. */
export function gate(vault: SecureVault, rules: Partial<Policy> = {}): void {
  const store = createVaultStore({ vault, clock: Date.now });
  const policy = signal({ ...noPolicy, ...rules });
  const unlockMethods = {
    list: async () => new Set((await vault.slots.list()).map((slot) => slot.type)),
    byPasskey: () => vault.slots.unlockByPasskey(),
    withoutPassphrase: () => vault.slots.unlockWithoutPassphrase(),
    recover: (key: string, next: string) => vault.slots.recover(key, next),
  };
  render(
    <Gate store={store} policy={policy} unlockMethods={unlockMethods}>
      {() => (
        <main>
          <h1>The vault is open</h1>
        </main>
      )}
    </Gate>,
    root,
  );
}

/** Renders the gate for a user without a vault. */
export async function newcomer(rules: Partial<Policy> = {}) {
  const vault = (await vaultWorld()).open();
  gate(vault, rules);
  await sees('Create your vault');
  return vault;
}
