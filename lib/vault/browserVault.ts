import { browser } from 'wxt/browser';
import { systemRandom, workerKdf } from '../crypto';
import { openVault } from './openVault';
import { indexedDbStore } from './storage/indexedDbStore';
import type { Vault } from './Vault';
import type { Bus, VaultDeps, VaultMessage } from './VaultDeps';

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

/** The vault's world in an extension page or the background. */
export function browserDeps(): VaultDeps {
  let lost = false;
  return {
    primary: indexedDbStore(name, () => {
      lost = true;
    }),
    lost: () => lost,
    local: browser.storage.local,
    session: browser.storage.session,
    bus: channelBus(),
    exclusive: (what, work) => navigator.locks.request(`${name}/${what}`, work),
    kdf: workerKdf,
    clock: Date.now,
    random: systemRandom,
  };
}

/** The vault of this extension, as every page of it opens it. */
export const browserVault = (): Vault => openVault(browserDeps());
