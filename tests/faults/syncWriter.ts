import { hmacSha256 } from '../../lib/crypto';
import { callSync } from '../../lib/messages';
import { browserDeps } from '../../lib/platform/vault';
import { entryMerging } from '../../lib/sync/entryMerging';
import { openSharedVault } from '../../lib/vault';
import { editing, type Device } from './syncEdits';
import { sharedFile } from './syncSharedFile';

/**
 * The page that edits until its browser is killed. The built extension's own background syncs the vault over the
 * real transport, and the page asks for rounds as the page "Sync" does. With `useSharedFile`, a naive sync
 * replaces the background's. The key derivation is fast, because each start unlocks the vault.
 */
const passphrase = 'esroh tcerroc yrettab elpats';

const vault = openSharedVault({
  ...browserDeps({
    lockAfter: () => Promise.resolve(0),
    merging: () => Promise.resolve(entryMerging),
  }),
  derive: ({ password, salt }) => Promise.resolve(hmacSha256({ key: salt, message: password })),
});

const said: string[] = [];
const say = (what: object) => {
  said.push(`faults ${JSON.stringify(what)}`);
  console.log(said.at(-1));
};

/** Returns the fields of every account that are compared with the ledger. */
async function entriesNow() {
  const all = [...(await vault.list()), ...(await vault.trash.list())];
  const entries = await vault.getMany(all.map(({ id }) => id));
  return entries.map(({ id, issuer, account, note, tags, otp, backupCodes, ...rest }) => ({
    id,
    issuer,
    account,
    note,
    tags: tags.toSorted(),
    counter: otp.counter,
    used: backupCodes.filter(({ usedAt }) => usedAt !== null).map(({ code }) => code),
    left: backupCodes.length,
    position: rest.position,
    trashed: rest.deletedAt !== null,
  }));
}

let syncNow: () => Promise<unknown> = () => callSync('syncNow', []);

const stopping = { asked: false };
let editsEnd: Promise<void> = Promise.resolve();

async function syncAndSay(): Promise<void> {
  await syncNow();
  say({ synced: true });
}

/** Edits and syncs at random until `stop` is called. The first change has the number `first`. */
async function edits(device: Device, first: number): Promise<void> {
  const { change } = editing(vault, device);
  let round: Promise<unknown> | null = null;
  for (let turn = first; !stopping.asked; turn++) {
    say({ done: await change(turn) });
    if (Math.random() < 0.15)
      round ??= syncAndSay().finally(() => {
        round = null;
      });
  }
  await round;
}

const failed = (error: unknown) => say({ failed: String(error) });

async function open(): Promise<void> {
  const found = await vault.state();
  if (found === 'none') await vault.create(passphrase);
  else if (found === 'locked') await vault.unlock(passphrase);
  say({ found, state: await entriesNow(), findings: [] });
}

Object.assign(globalThis, {
  said,
  call: callSync,
  entries: entriesNow,
  /** Adds the first accounts of a browser. */
  seed: async (device: Device) => {
    const { add } = editing(vault, device);
    for (let turn = 1; turn <= 4; turn++) say({ done: await add('keep', turn) });
  },
  edit: (device: Device, first: number) => {
    editsEnd = edits(device, first).catch(failed);
  },
  stop: () => {
    stopping.asked = true;
    return editsEnd;
  },
  useSharedFile: (address: string, authorization: string) => {
    syncNow = sharedFile(vault, { address, authorization });
  },
  /** Runs one sync round. Returns its error code, or null. */
  settle: async () => {
    await syncNow();
    const overview = await callSync('overview', []);
    return (
      (overview as { view: { failure: { code: string } | null } | null }).view?.failure?.code ??
      null
    );
  },
});
open().catch(failed);
