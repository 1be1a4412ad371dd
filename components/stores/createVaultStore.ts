import { batch, computed, signal } from '@preact/signals';
import type { Clock } from '../../lib/clock';
import type { RestorePreview, SecureVault, VaultState } from '../../lib/vault';

/** Minimum interval between reports of user activity to the vault, in milliseconds. */
const touchEvery = 10_000;

export type VaultStore = ReturnType<typeof createVaultStore>;

/** Holds the state of the vault, with the actions that change the state. */
export function createVaultStore({ vault, clock }: { vault: SecureVault; clock: Clock }) {
  const state = signal<VaultState | 'opening'>('opening');
  const isFree = signal(false);
  let touchedAt = -touchEvery;

  // If the state can't be determined, the vault counts as damaged, never as missing.
  const refresh = async () => {
    const now = await vault.state().catch((): VaultState => 'damaged');
    const free = now === 'unlocked' && (await vault.hasNoPassphrase());
    batch(() => {
      state.value = now;
      isFree.value = free;
    });
  };
  const stop = vault.subscribe(() => void refresh());
  void refresh();

  return {
    state: computed(() => state.value),
    /** Whether the vault is open and has no passphrase, so that it can't be locked. */
    isFree: computed(() => isFree.value),
    refresh,
    async create(passphrase: string) {
      await vault.create(passphrase);
      await refresh();
    },
    async createWithoutPassphrase() {
      await vault.createWithoutPassphrase();
      await refresh();
    },
    /** Whether the file begins like a backup of Tessera. A file that can't be read counts as one. */
    isBackup: (file: Blob): Promise<boolean> =>
      file
        .slice(0, 8)
        .arrayBuffer()
        .then((begin) => vault.backups.isBackup(new Uint8Array(begin)))
        .catch(() => true),
    /**
     * Opens a backup before there is a vault. Returns null if the bytes aren't a backup. Throws the errors of
     * `Backups.read`.
     */
    readBackup: (bytes: Uint8Array, secret: string): Promise<RestorePreview | null> =>
      vault.backups.read(bytes, secret),
    /** Creates the vault of a new computer from a backup. */
    async createFromBackup(preview: RestorePreview, passphrase: string) {
      await vault.create(passphrase);
      await vault.backups.restore(preview, 'merge');
      await refresh();
    },
    async unlock(passphrase: string) {
      await vault.unlock(passphrase);
      await refresh();
    },
    /** Sets the first passphrase of a vault that was created without one. */
    async setPassphrase(next: string) {
      await vault.slots.setPassphrase(next);
      await refresh();
    },
    /**
     * Locks the vault. Returns whether the vault is locked now, because a vault without a passphrase opens again
     * by itself.
     */
    async lock() {
      await vault.lock();
      await refresh();
      return state.value !== 'unlocked';
    },
    /** Resets the inactivity timer. Must be called at user activity. */
    touch() {
      if (state.value !== 'unlocked' || clock() - touchedAt < touchEvery) return;
      touchedAt = clock();
      vault.touch().catch(() => refresh());
    },
    stop,
  };
}
