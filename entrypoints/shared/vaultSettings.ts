import { readSettings } from '../../lib/authenticator/state';

/** What the vault is to know of the settings in force, asked anew at every use. */
export const vaultSettings = {
  merging: async () => (await import('../../lib/sync/entryMerging')).entryMerging,
  lockAfter: async () => (await readSettings()).values.lockAfter,
  rules: async () => {
    const { passphraseMinLength, requirePassphrase } = (await readSettings()).policy;
    return { leastLength: passphraseMinLength, required: requirePassphrase };
  },
};
