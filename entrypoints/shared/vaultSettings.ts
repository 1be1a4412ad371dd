import { lastSettings, readSettings } from '../../lib/authenticator/state';

/** The settings that the vault needs. The vault reads each setting at every use, so that changes take effect. */
export const vaultSettings = {
  merging: async () => (await import('../../lib/sync/entryMerging')).entryMerging,
  lockAfter: async () => (await lastSettings()).values.lockAfter,
  // A new passphrase must follow the policy in force, even if that takes a few seconds after the browser's start.
  rules: async () => {
    const { passphraseMinLength, requirePassphrase } = (await readSettings()).policy;
    return { leastLength: passphraseMinLength, required: requirePassphrase };
  },
};
