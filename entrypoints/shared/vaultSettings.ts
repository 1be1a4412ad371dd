import { readSettings } from '../../lib/authenticator/state';

/** The settings in force that the vault needs, read at every use. */
export const vaultSettings = {
  merging: async () => (await import('../../lib/sync/entryMerging')).entryMerging,
  lockAfter: async () => (await readSettings()).values.lockAfter,
  rules: async () => {
    const { passphraseMinLength, requirePassphrase } = (await readSettings()).policy;
    return { leastLength: passphraseMinLength, required: requirePassphrase };
  },
};
