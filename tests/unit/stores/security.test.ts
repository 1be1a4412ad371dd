import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createSecurityStore } from '../../../components/stores/createSecurityStore';
import { noPolicy } from '../../../lib/authenticator/state';
import { downloadsOnly } from '../../support/backupTargets';
import { draft, vaultWorld } from '../../support/vaultWorld';

test('shows the vault as locked if it locks while the page is open', async () => {
  const vault = (await vaultWorld()).open();
  await vault.create('correct horse');
  await vault.add([draft('Harbour Bank')]);
  let locks = false;
  const state = async () => {
    const before = await vault.state();
    if (locks) await vault.lock();
    return before;
  };
  const store = createSecurityStore({
    vault: { ...vault, state },
    targets: downloadsOnly,
    policy: signal(noPolicy),
  });
  await store.refresh();
  expect(store.view.value).not.toBeNull();
  locks = true;
  await store.refresh();
  expect(store.view.value).toBeNull();
});

test('shows the result of the check that the first read after unlocking makes', async () => {
  const vault = (await vaultWorld()).open();
  await vault.create('correct horse');
  await vault.add([draft('Harbour Bank')]);
  await vault.lock();
  await vault.unlock('correct horse');
  const store = createSecurityStore({ vault, targets: downloadsOnly, policy: signal(noPolicy) });
  await store.refresh();
  expect(store.view.value?.report).toMatchObject({ records: 1, sound: 1 });
});

test('shows the result of a check for a vault that was just created', async () => {
  const vault = (await vaultWorld()).open();
  await vault.create('correct horse');
  await vault.add([draft('Harbour Bank')]);
  const store = createSecurityStore({ vault, targets: downloadsOnly, policy: signal(noPolicy) });
  await store.refresh();
  expect(store.view.value?.report).toMatchObject({ records: 1, sound: 1 });
});
