import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { copyOf, putBack } from '../support/vaultDamage';
import { draft, vaultWorld } from '../support/vaultWorld';
import { gate, newcomer, press, root, sees, seesNot, type } from './gatePage';
import { painted } from './painted';

afterEach(() => render(null, root));

test('the gate asks for another passphrase if the passphrase is easy to guess', async () => {
  const vault = (await vaultWorld()).open();
  const chosen: string[] = [];
  const create = (passphrase: string) => {
    chosen.push(passphrase);
    return vault.create(passphrase);
  };
  gate({ ...vault, create });
  for (const passphrase of ['liverpool1', 'blue kettle river']) {
    await type('Passphrase', passphrase);
    await type('Confirm passphrase', passphrase);
    await press('Create vault');
    if (passphrase === 'liverpool1') await sees('Too easy to guess. Choose a stronger one.');
  }
  await sees('The vault is open');
  expect(chosen).toEqual(['blue kettle river']);
});

const slow = /takes longer than usual, because WebAssembly is off or slow/;

test('the gate says that creating and unlocking a vault take long in a browser without WebAssembly', async () => {
  const vault = (await vaultWorld()).open();
  const { WebAssembly: usual } = globalThis;
  Object.assign(globalThis, { WebAssembly: undefined });
  try {
    gate({ ...vault, create: () => new Promise(() => undefined) });
    await type('Passphrase', 'blue kettle river');
    await type('Confirm passphrase', 'blue kettle river');
    await expect.element(page.getByText(slow)).not.toBeInTheDocument();
    await press('Create vault');
    await expect.element(page.getByText(slow)).toBeVisible();
    render(null, root);
    await vault.create('blue kettle river');
    await vault.lock();
    gate({ ...vault, unlock: () => new Promise(() => undefined) });
    await type('Passphrase', 'blue kettle river');
    await press('Unlock');
    await expect.element(page.getByText(slow)).toBeVisible();
  } finally {
    Object.assign(globalThis, { WebAssembly: usual });
  }
});

test('the gate creates a vault without a passphrase after an explanation', async () => {
  const vault = await newcomer();
  await press('Continue without a passphrase');
  await sees('Anyone who can read your browser profile can read your codes.');
  await painted();
  expect((await axe.run(document)).violations.map(({ id }) => id)).toEqual([]);
  await press('Choose a passphrase');
  await seesNot('Anyone who can read your browser profile can read your codes.');
  expect(await vault.state()).toBe('none');
  await press('Continue without a passphrase');
  await press('Continue without');
  await sees('The vault is open');
  expect(await vault.slots.list()).toMatchObject([{ type: 'device' }]);
});

test('the gate offers no vault without a passphrase if policy requires a passphrase', async () => {
  await newcomer({ requirePassphrase: true, passphraseMinLength: 12 });
  await seesNot('Continue without a passphrase');
  await type('Passphrase', 'eleven char');
  await type('Confirm passphrase', 'eleven char');
  await press('Create vault');
  await sees('Use at least 12 characters.');
});

test('the gate fits into the smallest popup', async () => {
  await page.viewport(320, 480);
  await newcomer();
  const last = page.getByRole('button', { name: 'Continue without a passphrase' }).element();
  expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(480);
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(480);
});

test('the gate shows a mismatch of the two passphrases while the user types the second one', async () => {
  await newcomer();
  await type('Passphrase', 'seven tiles');
  await type('Confirm passphrase', 'seven');
  await seesNot("The passphrases don't match.");
  await type('Confirm passphrase', 'sevem');
  await sees("The passphrases don't match.");
});

test('the gate shows nothing of a vault without a passphrase once policy requires a passphrase', async () => {
  const vault = (await vaultWorld()).open();
  await vault.createWithoutPassphrase();
  await vault.add([draft('Harbour Bank')]);
  gate(vault, { requirePassphrase: true, passphraseMinLength: 10 });
  await sees(
    'Your organization requires a passphrase. Your accounts are safe and appear once you set one.',
  );
  await seesNot('The vault is open');
  await painted();
  expect((await axe.run(document)).violations.map(({ id }) => id)).toEqual([]);
  await type('Passphrase', 'too short');
  await type('Confirm passphrase', 'too short');
  await press('Set a passphrase');
  await sees('Use at least 10 characters.');
  await type('Passphrase', 'seven tiles');
  await type('Confirm passphrase', 'seven tiles');
  await press('Set a passphrase');
  await sees('The vault is open');
  expect(await vault.list()).toMatchObject([{ issuer: 'Harbour Bank' }]);
  await vault.lock();
  await sees('Your vault is locked');
  await vault.unlock('seven tiles');
});

test('beside a vault with a passphrase, the gate offers a button that opens a vault without a passphrase', async () => {
  const [world, elsewhere] = [await vaultWorld(), await vaultWorld()];
  const ours = world.open();
  await ours.create('seven tiles');
  const theirs = elsewhere.open();
  await theirs.createWithoutPassphrase();
  await theirs.add([draft('Theirs')]);
  await putBack(world, 'mirror', await copyOf(elsewhere, 'mirror'));
  await ours.lock();
  gate(ours);
  await press('Open the vault without a passphrase');
  await sees('The vault is open');
  expect(await ours.list()).toMatchObject([{ issuer: 'Theirs' }]);
});
