import { entryMerging } from '../../lib/sync/entryMerging';
import { browser } from 'wxt/browser';
import { hmacSha256, workerDerive } from '../../lib/crypto';
import { browserDeps } from '../../lib/platform/vault';
import { openVault, type SecureVault, type StoreName } from '../../lib/vault';
import { formatVersion } from '../../lib/vault/format/keys';
import type { Snapshot } from '../../lib/vault/storage/Store';
import { checkPrimitives } from '../support/checkPrimitives';
import { draft } from '../support/draft';
import {
  copyOf,
  damages,
  issuersOf,
  makeSources,
  putBack,
  sameSnapshot,
  soundIssuers,
} from '../support/vaultDamage';

/**
 * The page that damages the stores of the built extension with browser APIs, each time in a new vault, and
 * reports the result. It replaces the key derivation with a fast one, because it unlocks dozens of vaults.
 */
const passphrase = 'correct horse';
const world = { database: 'tessera-vault', local: browser.storage.local };
const stores: readonly StoreName[] = ['primary', 'mirror'];

const newPage = (): SecureVault =>
  openVault({
    ...browserDeps({
      lockAfter: () => Promise.resolve(0),
      merging: () => Promise.resolve(entryMerging),
    }),
    derive: ({ password, salt }) => Promise.resolve(hmacSha256({ key: salt, message: password })),
  });

/** Resets the profile to a state without a vault. */
async function newProfile(): Promise<void> {
  for (const store of stores) await putBack(world, store, { head: null, records: new Map() });
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}

async function newVault(secret = passphrase): Promise<SecureVault> {
  // The vault of the previous case may still be repairing a store after it was closed.
  for (let attempt = 0; attempt < 50; attempt++) {
    await newProfile();
    const vault = newPage();
    const refusal = await vault.create(secret).then(() => null, String);
    if (refusal === null) return vault;
    vault.close();
    if (!refusal.includes('vault/exists')) throw new Error(refusal);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The profile is not empty');
}

async function foreignVault(): Promise<Record<StoreName, Snapshot>> {
  const vault = await newVault('another one');
  await vault.add([draft('Foreign')]);
  vault.close();
  return { primary: await copyOf(world, 'primary'), mirror: await copyOf(world, 'mirror') };
}

/** Damages one store in one way and opens the vault. Returns what went wrong. */
async function oneStore(store: StoreName, kind: string, foreign: Snapshot): Promise<string[]> {
  const first = await newVault();
  const made = await makeSources(first, world, store, foreign);
  first.close();
  await browser.storage.session.clear();
  await putBack(world, store, damages[kind]?.(made) ?? made.now);
  const vault = newPage();
  const wrong: string[] = [];
  const expect = (what: string, isSo: boolean) => !isSo && wrong.push(what);
  expect('shown as locked', (await vault.state()) === 'locked');
  await vault.unlock(passphrase);
  expect('nothing lost', String(await issuersOf(vault)) === String(soundIssuers));
  const report = await vault.health.report();
  const findings = report?.findings ?? [];
  expect('told', findings.length > 0 && findings.every((one) => one.store === store));
  expect('healed', report?.sound === 5 && findings.every(({ healed }) => healed));
  expect('as before', sameSnapshot(await copyOf(world, store), made.now));
  expect('sound at the next check', (await vault.health.check()).findings.length === 0);
  vault.close();
  return wrong;
}

/** Damages to both stores that can't be detected, because the stores are empty or hold an earlier state. */
const invisible = new Set(['the whole store gone', 'the whole store rolled back']);

/**
 * Damages both stores in the same way. Undamaged data must be usable or rescuable, and the damage must be
 * reported. Returns what went wrong.
 */
async function bothStores(kind: string, foreign: Record<StoreName, Snapshot>): Promise<string[]> {
  const first = await newVault();
  const made = await makeSources(first, world, 'primary', foreign.primary);
  first.close();
  await browser.storage.session.clear();
  for (const store of stores) {
    const now = await copyOf(world, store);
    await putBack(world, store, damages[kind]?.({ ...made, now }) ?? now);
  }
  const vault = newPage();
  const wrong: string[] = [];
  const expect = (what: string, isSo: boolean) => !isSo && wrong.push(what);
  expect('no new vault', (await vault.state()) !== 'none');
  const refused = await vault.create('another one').then(
    () => '',
    (error: unknown) => String(error),
  );
  expect('no vault over it', refused.includes('vault/exists'));
  const told = await vault.unlock(passphrase).then(
    async () => {
      const issuers = await issuersOf(vault);
      expect(
        'the others usable',
        soundIssuers.slice(1).every((one) => issuers.includes(one)),
      );
      return (await vault.health.report())?.findings.length ?? 0;
    },
    (error: unknown) => Number(/vault\//.test(String(error))),
  );
  expect('told', told > 0);
  const { primary } = await vault.health.rescue();
  const kept = [...made.now.records.keys()].filter((id) => id !== made.changed);
  expect(
    'exported',
    // The rescue file has the keys of the store, which begin with the format's version.
    kept.every((id) => `${formatVersion}.${id}` in primary.records),
  );
  vault.close();
  return wrong;
}

/** Puts another vault into a store. That vault must be reported, and must stay until the user deletes it. */
async function otherVault(store: StoreName, foreign: Snapshot): Promise<string[]> {
  const first = await newVault();
  await makeSources(first, world, store, foreign);
  first.close();
  await browser.storage.session.clear();
  await putBack(world, store, foreign);
  const vault = newPage();
  const wrong: string[] = [];
  const expect = (what: string, isSo: boolean) => !isSo && wrong.push(what);
  await vault.unlock(passphrase);
  await vault.add([draft('F')]);
  const issuers = String(await issuersOf(vault));
  expect('nothing lost', issuers === String([...soundIssuers, 'F']));
  const kinds = (await vault.health.report())?.findings.map(({ kind }) => kind);
  expect('told', String(kinds) === 'store-foreign');
  expect('left as it is', sameSnapshot(await copyOf(world, store), foreign));
  await vault.health.deleteOtherVault();
  const both = [await copyOf(world, 'primary'), await copyOf(world, 'mirror')] as const;
  expect('in step at the end', sameSnapshot(...both));
  vault.close();
  return wrong;
}

/** Applies every kind of damage to each store and to both. Returns the number of rounds and what went wrong. */
async function damage(): Promise<{ rounds: number; wrong: string[] }> {
  const foreign = await foreignVault();
  const wrong: string[] = [];
  let rounds = 0;
  // Without damage, the vault must have the data that the rounds look for. Otherwise they would prove nothing.
  const control = await oneStore('primary', 'nothing', foreign.primary);
  if (String(control) !== 'told') wrong.push(`nothing damaged: not ${String(control)}`);
  const note = async (name: string, round: () => Promise<string[]>) => {
    rounds++;
    const found = await round().catch((error: unknown) => [String(error)]);
    wrong.push(...found.map((what) => `${name}: not ${what}`));
  };
  for (const kind of Object.keys(damages)) {
    for (const store of stores)
      await note(`${store}, ${kind}`, () => oneStore(store, kind, foreign[store]));
    if (!invisible.has(kind)) await note(`both, ${kind}`, () => bothStores(kind, foreign));
  }
  for (const store of stores)
    await note(`${store}, another vault`, () => otherVault(store, foreign[store]));
  await newProfile();
  return { rounds, wrong };
}

/**
 * Checks the published vectors except those of over a million iterations and of AES-192. Firefox's WebCrypto
 * takes 80 s for the longest derivation, and Chromium's lacks AES-192.
 */
const primitives = () =>
  checkPrimitives({
    derive: workerDerive,
    without: (name, { keySize }, { iterationCount }) =>
      iterationCount > 1_000_000 || (name.startsWith('aes') && keySize === 192),
  });

Object.assign(globalThis, { damage, primitives, said: [`faults {"found":"ready"}`] });
console.log(`faults {"found":"ready"}`);
