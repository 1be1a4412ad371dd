import { browser } from 'wxt/browser';
import { loadSealing, systemRandom, workerDerive } from '../../crypto';
import { isGuessable } from '../../passphrases';
import {
  indexedDbStore,
  openPageVault,
  openSharedVault,
  sessionKey,
  type PageVault,
  type SharedVault,
  type VaultOptions,
  type Bus,
  type Store,
  type VaultDeps,
  type VaultMessage,
} from '../../vault';
import { isApart, noticeChannel, withLock } from '../../platform';
import { lazyPasskeys } from './lazyPasskeys';
import { lazyStore } from './lazyStore';

/** The name of the vault's database and locks. */
const name = 'tessera-vault';

/** The `storage.session` key of the latest notice between pages. */
const noticeKey = 'notice/vault';

const messageOf = (text: string): VaultMessage =>
  text === 'locked' || text === 'unlocked' ? text : 'changed';

/**
 * Notifies pages of each other's changes. Also reports a lock when the unlocked key is removed, in case the
 * notice was lost.
 */
function storageBus(): Bus {
  const channel = noticeChannel(noticeKey);
  const stops = new Set<() => void>();
  return {
    post: (message) => channel.post(message),
    subscribe(listener) {
      const stopNotices = channel.subscribe((text) => listener(messageOf(text)));
      const onChanged = ({ [sessionKey]: key }: Record<string, { newValue?: unknown }>) => {
        if (key && key.newValue === undefined) listener('locked');
      };
      browser.storage.session.onChanged.addListener(onChanged);
      const stop = () => {
        stopNotices();
        browser.storage.session.onChanged.removeListener(onChanged);
        stops.delete(stop);
      };
      stops.add(stop);
      return stop;
    },
    close: () => stops.forEach((stop) => stop()),
  };
}

/** Settings that the pages provide for the vault. */
export type BrowserVaultOptions = Pick<VaultDeps, 'lockAfter' | 'rules' | 'merging'> &
  Partial<Pick<VaultOptions, 'sealing' | 'deferred' | 'isGuessable'>>;

/** Opens the vault's primary store. Only for contexts that have IndexedDB. */
export const vaultDatabase = (onLoss: () => void): Store => indexedDbStore(name, onLoss);

/** Returns the dependencies of the vault in an extension page or the background. */
export function browserDeps(options: BrowserVaultOptions): VaultOptions {
  let lost = false;
  return {
    // The build-time constant `FIREFOX` removes this branch from the builds for all other browsers.
    primary:
      import.meta.env.FIREFOX && isApart()
        ? lazyStore(async () => (await import('./storeByBackground')).storeByBackground())
        : vaultDatabase(() => {
            lost = true;
          }),
    lost: () => lost,
    iconDatabase: 'tessera-icons',
    privateBrowsing: () => browser.extension.inIncognitoContext,
    sealing: loadSealing,
    isGuessable,
    ...options,
    passkeys: lazyPasskeys,
    local: browser.storage.local,
    session: browser.storage.session,
    bus: storageBus(),
    exclusive: (what, work) => withLock(`${name}/${what}`, work),
    derive: workerDerive,
    clock: Date.now,
    random: systemRandom,
  };
}

/** Opens the vault. Every page of the extension calls this function. */
export const browserVault = (options: BrowserVaultOptions): PageVault =>
  openPageVault(browserDeps(options));

/**
 * Opens the vault with its replication. Only the background calls this function, because only the background
 * syncs the vault.
 */
export const browserSharedVault = (options: BrowserVaultOptions): SharedVault =>
  openSharedVault(browserDeps(options));
