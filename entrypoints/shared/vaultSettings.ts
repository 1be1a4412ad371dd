import { readSettings } from '../../lib/authenticator/state';

/** The settings that the vault needs. The vault reads each setting at every use, so that changes take effect. */
export const vaultSettings = {
  merging: async () => (await import('../../lib/sync/entryMerging')).entryMerging,
  lockAfter: async () => (await readSettings()).values.lockAfter,
  rules: async () => {
    const { passphraseMinLength, requirePassphrase } = (await readSettings()).policy;
    return { leastLength: passphraseMinLength, required: requirePassphrase };
  },
};
