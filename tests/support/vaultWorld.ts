import { hmacSha256, loadSealing, systemRandom, type Derive } from '../../lib/crypto';
import { isGuessable } from '../../lib/passphrases';
import {
  openPageVault,
  openSharedVault,
  type Bus,
  type PageVault,
  type Passkeys,
  type SharedVault,
  type VaultDeps,
} from '../../lib/vault';
import { entryMerging } from '../../lib/sync/entryMerging';
import { indexedDbStore } from '../../lib/vault/storage/indexedDbStore';
import type { StorageArea } from '../../lib/vault/storage/StorageArea';

export { draft } from './draft';

/** Returns an in-memory storage area that stores JSON, as the browser's storage does. */
export function memoryArea(): StorageArea & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: (keys) => {
      const wanted = keys === null ? [...values.keys()] : [keys].flat();
      const found = wanted.filter((key) => values.has(key));
      return Promise.resolve(
        Object.fromEntries(found.map((key) => [key, JSON.parse(values.get(key) ?? '') as unknown])),
      );
    },
    set: (items) => {
      for (const [key, value] of Object.entries(items)) values.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of [keys].flat()) values.delete(key);
      return Promise.resolve();
    },
  };
}

/** Derives a key fast and insecurely, so that tests don't wait for Argon2id. */
const quickDerive: Derive = ({ password, salt }) =>
  Promise.resolve(hmacSha256({ key: salt, message: password }));

/** Simulates passkeys that are always available and need no user action. The PRF is an HMAC. */
export const pretendPasskeys: Passkeys = {
  obstacle: () => Promise.resolve(null),
  create: (_label, salt) => {
    const credential = systemRandom(16);
    return Promise.resolve({ credential, prf: hmacSha256({ key: credential, message: salt }) });
  },
  evaluate: ([first]) => {
    if (!first) throw new Error('No passkey was asked for');
    return Promise.resolve({
      credential: first.credential,
      prf: hmacSha256({ key: first.credential, message: first.salt }),
    });
  },
};

function locks(): VaultDeps['exclusive'] {
  const tails = new Map<string, Promise<unknown>>();
  return (what, work) => {
    const next = (tails.get(what) ?? Promise.resolve()).then(work, work);
    tails.set(
      what,
      next.catch(() => undefined),
    );
    return next;
  };
}

function buses(): () => Bus {
  type Listener = Parameters<Bus['subscribe']>[0];
  const members = new Set<Set<Listener>>();
  return () => {
    const own = new Set<Listener>();
    members.add(own);
    return {
      post: (message) => {
        for (const member of members)
          if (member !== own) for (const listener of member) listener(message);
      },
      subscribe: (listener) => {
        own.add(listener);
        return () => own.delete(listener);
      },
      close: () => members.delete(own),
    };
  };
}

/** A browser profile: the state that its pages share, and a function that opens the vault in another page. */
export interface VaultWorld {
  readonly local: ReturnType<typeof memoryArea>;
  readonly session: ReturnType<typeof memoryArea>;
  /** The name of the profile's IndexedDB database. */
  readonly database: string;
  readonly deps: (changes?: Partial<VaultDeps>) => VaultDeps;
  /** Opens the vault in another page of this browser. */
  readonly open: (changes?: Partial<VaultDeps>) => SharedVault;
  /** Like `open`, with the pictures of accounts. */
  readonly openPage: (changes?: Partial<VaultDeps>) => PageVault;
  /** Closes the browser. The memory is cleared, and the disk stays. */
  readonly restart: () => void;
}

/** Creates a fresh profile. Uses the browser's IndexedDB, or a fake implementation in Node. */
export async function vaultWorld(clock: () => number = Date.now): Promise<VaultWorld> {
  if (typeof indexedDB === 'undefined') await import('fake-indexeddb/auto');
  const database = `vault-${crypto.randomUUID()}`;
  const local = memoryArea();
  const session = memoryArea();
  const exclusive = locks();
  const bus = buses();
  const deps = (changes: Partial<VaultDeps> = {}): VaultDeps => {
    let lost = false;
    return {
      primary: indexedDbStore(database, () => {
        lost = true;
      }),
      lost: () => lost,
      iconDatabase: `icons-${database}`,
      privateBrowsing: () => false,
      lockAfter: () => Promise.resolve(15),
      isGuessable,
      passkeys: pretendPasskeys,
      local,
      session,
      bus: bus(),
      exclusive,
      derive: quickDerive,
      merging: () => Promise.resolve(entryMerging),
      sealing: loadSealing,
      clock,
      random: systemRandom,
      ...changes,
    };
  };
  return {
    local,
    session,
    database,
    deps,
    open: (changes) => openSharedVault(deps(changes)),
    openPage: (changes) => openPageVault(deps(changes)),
    restart: () => session.values.clear(),
  };
}
