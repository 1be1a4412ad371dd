import { entryMerging } from '../../../lib/sync/entryMerging';
import { browser } from 'wxt/browser';
import { fromBase64url, workerDerive } from '../../../lib/crypto';
import { browserDeps } from '../../../lib/platform/vault';
import { openVault, type SecureVault } from '../../../lib/vault';
import { deriveKeys } from '../../../lib/vault/format/keys';
import { openRecord } from '../../../lib/vault/format/record';
import { defaultCosts } from '../../../lib/vault/keys/slotKeys';

const passphrase = 'correct horse';

const never = () => Promise.resolve(0);
const newPage = (): SecureVault =>
  openVault(browserDeps({ lockAfter: never, merging: () => Promise.resolve(entryMerging) }));

/** Returns the minimum and the median of several runs, in milliseconds. */
async function timed(runs: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { least: times[0] ?? 0, median: times[runs >> 1] ?? 0 };
}

const say = (what: string, time: number, floor: number, of: string) =>
  console.log(
    `${what.padEnd(46)} ${time.toFixed(1).padStart(8)} ms   ${(time / floor).toFixed(2).padStart(6)} × ${of} (${floor.toFixed(1)} ms)`,
  );

const draft = (at: number) => ({
  issuer: `Service ${at}`,
  account: `person${at}@example.org`,
  otp: {
    kind: 'totp' as const,
    secret: crypto.getRandomValues(new Uint8Array(20)),
    algorithm: 'SHA1' as const,
    digits: 6,
    period: 30,
    counter: 0,
    pin: '',
  },
});

/** Runs one strict transaction that writes as much as an edit does: a record and the head. */
async function bareWrite(head: string, record: Uint8Array) {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bare', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('bare'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('not opened')));
  });
  const time = await timed(15, () => {
    const transaction = db.transaction('bare', 'readwrite', { durability: 'strict' });
    transaction.objectStore('bare').put(record, 'record');
    transaction.objectStore('bare').put(head, 'head');
    return new Promise((resolve) => {
      transaction.addEventListener('complete', resolve);
    });
  });
  db.close();
  return time;
}

async function measure(vault: SecureVault, size: number): Promise<void> {
  const { primary } = await vault.health.rescue();
  const records = Object.entries(primary.records).map(
    ([id, text]) => [id, fromBase64url(text) ?? new Uint8Array()] as const,
  );
  const held = (await browser.storage.session.get('vault.key'))['vault.key'] as {
    key: string;
    vault: string;
    epoch: number;
  };
  const keys = deriveKeys(fromBase64url(held.key) ?? new Uint8Array(), held.vault, held.epoch);
  const bare = await timed(3, () => {
    for (const [id, bytes] of records) openRecord(keys, id, bytes);
    return Promise.resolve();
  });
  const cold = await timed(3, async () => {
    await browser.storage.session.remove('vault.summaries');
    const page = newPage();
    await page.list();
    page.close();
  });
  say(`${size} accounts: open and verify both stores`, cold.least, bare.least, 'bare decryption');
  const popup = await timed(5, async () => {
    const page = newPage();
    const list = await page.list();
    await page.getMany(list.slice(0, 6).map(({ id }) => id));
    page.close();
  });
  say(`${size} accounts: another page, six codes`, popup.least, bare.least, 'bare decryption');
  const [first] = await vault.list();
  const edit = await timed(15, () => vault.update(first?.id ?? '', () => ({ note: 'edited' })));
  const write = await bareWrite(primary.head ?? '', records[0]?.[1] ?? new Uint8Array());
  say(
    `${size} accounts: one edit, strict and mirrored`,
    edit.median,
    write.median,
    'bare strict write',
  );
}

/** Measures a passphrase change, which derives two keys and seals every record again. */
async function measureChange(vault: SecureVault, size: number, kdf: number): Promise<void> {
  let [now, next] = [passphrase, 'eight tiles of slate'];
  const change = await timed(4, async () => {
    await vault.slots.changePassphrase(now, next);
    [now, next] = [next, now];
  });
  const what = `${size} accounts: change the passphrase`;
  say(what, change.least, 2 * kdf, 'two derivations');
  console.log(`${what}, beyond the derivations`.padEnd(46), (change.least - 2 * kdf).toFixed(0));
}

async function bench(most: number): Promise<void> {
  const vault = newPage();
  await vault.create(passphrase);
  let size = 0;
  let derivation = 0;
  for (const next of [10, 100, 1000, 10_000].filter((count) => count <= most)) {
    await vault.add(Array.from({ length: next - size }, (_, at) => draft(size + at)));
    size = next;
    await measure(vault, size);
    if (size === 1000) await measureChange(vault, size, derivation);
    if (size !== 100) continue;
    const password = new TextEncoder().encode(passphrase);
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const kdf = await timed(5, () =>
      workerDerive({ kind: 'argon2id', password, salt, ...defaultCosts }),
    );
    derivation = kdf.least;
    const unlock = await timed(5, async () => {
      await vault.lock();
      await vault.unlock(passphrase);
    });
    say('unlock', unlock.least, kdf.least, 'the derivation alone');
    await vault.list();
  }
}

Object.assign(globalThis, { bench });
