import { browser } from 'wxt/browser';
import { loadSealing, systemRandom, workerDerive } from '../../crypto';
import { openVault } from '../../vault';
import { indexedDbStore } from '../../vault';
import type { SecureVault } from '../../vault';
import { webauthnPasskeys } from './webauthnPasskeys';
import type { BackupDeps, Bus, VaultDeps, VaultMessage } from '../../vault';

/** The name of the database, the channel and the locks. */
const name = 'tessera-vault';

function channelBus(): Bus {
  const channel = new BroadcastChannel(name);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    post: (message) => channel.postMessage(message),
    subscribe(listener) {
      const hear = ({ data }: MessageEvent<VaultMessage>) => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
    close: () => channel.close(),
  };
}

/** The settings in force, which pages know and the vault doesn't. */
export type BrowserVaultOptions = Pick<VaultDeps, 'lockAfter' | 'rules' | 'merging'> &
  Partial<Pick<BackupDeps, 'sealing' | 'backupFiles'>>;

/** The dependencies of the vault in an extension page or the background. */
export function browserDeps(options: BrowserVaultOptions): BackupDeps {
  let lost = false;
  return {
    primary: indexedDbStore(name, () => {
      lost = true;
    }),
    lost: () => lost,
    privateBrowsing: () => browser.extension.inIncognitoContext,
    sealing: loadSealing,
    ...options,
    passkeys: webauthnPasskeys,
    local: browser.storage.local,
    session: browser.storage.session,
    bus: channelBus(),
    exclusive: (what, work) => navigator.locks.request(`${name}/${what}`, work),
    derive: workerDerive,
    clock: Date.now,
    random: systemRandom,
  };
}

/** Opens the vault of this extension. Every page calls it. */
export const browserVault = (options: BrowserVaultOptions): SecureVault =>
  openVault(browserDeps(options));
