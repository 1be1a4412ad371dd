import { entryMerging } from '../../lib/sync/entryMerging';
import { hmacSha256 } from '../../lib/crypto';
import { browserDeps } from '../../lib/platform/vault';
import { openVault } from '../../lib/vault';
import { after, changeAt, passphraseAfter } from './model.mjs';

/**
 * The page that writes until it is killed, with the vault of the built extension on the real stores. It replaces
 * the key derivation with a fast one, because the harness unlocks the vault thousands of times. `?mirror=off`
 * runs the control without the mirror.
 */
declare global {
  /** Number of notifications from other pages. */
  var heard: number;
}

type State = Map<string, { note: string; trashed: boolean }>;

/** Reverses texts that no file may contain, because the browser stores this page's source in its code cache. */
const backwards = (text: string) => Array.from(text).toReversed().join('');

/** The passphrases between which a rotation switches. */
const passphrases = [backwards('esroh tcerroc'), backwards('elpats yrettab')] as const;
let current = 0;
const mirrorOff = new URLSearchParams(location.search).get('mirror') === 'off';

const nothing = {
  get: () => Promise.resolve({}),
  set: () => Promise.resolve(),
  remove: () => Promise.resolve(),
};

const deps = browserDeps({
  lockAfter: () => Promise.resolve(0),
  merging: () => Promise.resolve(entryMerging),
});
const vault = openVault({
  ...deps,
  ...(mirrorOff && { local: nothing }),
  derive: ({ password, salt }) => Promise.resolve(hmacSha256({ key: salt, message: password })),
});

const said: string[] = [];
const say = (what: object) => {
  said.push(`faults ${JSON.stringify(what)}`);
  console.log(said.at(-1));
};

const draftOf = (key: string, note: string) => ({
  issuer: key,
  account: backwards('gro.elpmaxe@dellik'),
  note,
  otp: {
    kind: 'totp' as const,
    secret: new TextEncoder().encode(backwards('09876543210987654321')),
    algorithm: 'SHA1' as const,
    digits: 6,
    period: 30,
    counter: 0,
    pin: '',
  },
});

const everything = async () => [...(await vault.list()), ...(await vault.trash.list())];

async function stateNow(): Promise<State> {
  const ids = (await everything()).map(({ id }) => id);
  const entries = await vault.getMany(ids);
  return new Map(
    entries.map(({ issuer, note, deletedAt }) => [issuer, { note, trashed: deletedAt !== null }]),
  );
}

async function make(turn: number, state: State): Promise<void> {
  const { kind, keys, note } = changeAt(turn, state);
  const ids = new Map((await everything()).map(({ issuer, id }) => [issuer, id]));
  const wanted = keys.map((key: string) => ids.get(key) ?? '');
  if (kind === 'add') await vault.add(keys.map((key: string) => draftOf(key, note)));
  else if (kind === 'remove') await vault.remove(wanted);
  else if (kind === 'purge') await vault.trash.purge(wanted);
  else await vault.update(wanted[0] ?? '', () => ({ note }));
}

/** Unlocks the vault. Returns the places of all passphrases that open it. */
async function unlock(): Promise<number[]> {
  const accepted = [];
  for (const [place, one] of passphrases.entries()) {
    const opening = accepted.length === 0 ? vault.unlock(one) : vault.verifyPassphrase(one);
    if (
      await opening.then(
        () => true,
        () => false,
      )
    )
      accepted.push(place);
  }
  return accepted;
}

/** Opens the vault and returns its content, and the places of the passphrases that open it. */
async function open(): Promise<void> {
  const found = await vault.state();
  if (found === 'none') await vault.create(passphrases[0]);
  const accepted = found === 'locked' ? await unlock() : [];
  current = accepted[0] ?? 0;
  const state = found === 'damaged' ? new Map() : await stateNow();
  const report = found === 'locked' ? await vault.health.report() : null;
  say({ found, accepted, state: [...state], findings: report?.findings ?? [] });
}

const passphraseOf = (place: number) => passphrases[place === 1 ? 1 : 0];

/** Changes the passphrase, which replaces the vault key. */
async function rotate(): Promise<void> {
  await vault.slots.changePassphrase(passphraseOf(current), passphraseOf(1 - current));
  current = 1 - current;
}

async function write(first: number, last: number, rotateEvery: number): Promise<void> {
  let state = await stateNow();
  for (let turn = first; turn <= last; turn++) {
    if (passphraseAfter(turn, rotateEvery) !== current) await rotate();
    await make(turn, state);
    state = after(turn, state);
    say({ acknowledged: turn });
  }
}

/** Adds one account. Returns the error's text, or null if it succeeds. */
const save = (name: string) =>
  vault.add([draftOf(name, '')]).then(
    () => null,
    (error: unknown) => String(error),
  );

vault.subscribe(() => {
  globalThis.heard += 1;
});

const failed = (error: unknown) => say({ failed: String(error) });

Object.assign(globalThis, {
  said,
  heard: 0,
  save,
  open,
  state: () => vault.state(),
  lock: () => vault.lock(),
  names: async () => (await vault.list()).map(({ issuer }) => issuer),
  check: async () => (await vault.health.check()).findings,
  write: (first: number, last: number, rotateEvery = 0) =>
    void write(first, last, rotateEvery).catch(failed),
});
open().catch(failed);
