import { type ReadonlySignal, signal } from '@preact/signals';
import { AppError } from '../../lib/errors';
import type { Policy } from '../../lib/authenticator/state';
import type {
  BackupFolder,
  BackupSettings,
  BackupStatus,
  BackupTargets,
  EntrySummary,
  HealthReport,
  PasskeyUnavailableReason,
  RestorePreview,
  SecureVault,
  SlotSummary,
  UndoRestore,
} from '../../lib/vault';

export type SecurityStore = ReturnType<typeof createSecurityStore>;

/** The data that the page "Vault security" shows. */
export interface SecurityView {
  readonly slots: readonly SlotSummary[];
  readonly report: HealthReport | null;
  readonly trash: readonly EntrySummary[];
  readonly backups: BackupSettings;
  readonly status: BackupStatus;
  readonly obstacle: PasskeyUnavailableReason | null;
  readonly folder: BackupFolder | null;
}

export interface SecurityDeps {
  readonly vault: SecureVault;
  readonly targets: BackupTargets;
  readonly policy: ReadonlySignal<Policy>;
  /** Copies a text. Clears the clipboard later if the preferences say so. */
  readonly copy?: (text: string) => Promise<void>;
}

/** Downloads everything that is stored, without decrypting it. */
export async function saveRescueFile(vault: SecureVault, targets: BackupTargets): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(await vault.health.rescue()));
  await targets.write({ target: 'downloads', keep: 0 }, 'tessera-rescue.json', bytes);
}

/** Holds the slots, health, backups and trash of a vault, with their actions. */
export function createSecurityStore({ vault, targets, policy, copy }: SecurityDeps) {
  const view = signal<SecurityView | null>(null);

  /**
   * Returns the report of the last check. Checks again if accounts were added or deleted since, unless that would
   * discard findings that the user hasn't read.
   */
  async function freshReport(): Promise<HealthReport | null> {
    const report = await vault.health.report();
    if (!report || report.findings.length > 0) return report;
    const [entries, trash] = await Promise.all([vault.list(), vault.trash.list()]);
    return report.records === entries.length + trash.length ? report : vault.health.check();
  }

  async function look(readReport = () => vault.health.report()): Promise<SecurityView | null> {
    if ((await vault.state()) !== 'unlocked') return null;
    const [slots, report, trash, backups, status, obstacle, folder] = await Promise.all([
      vault.slots.list(),
      readReport(),
      vault.trash.list(),
      vault.backups.settings(),
      vault.backups.status(),
      vault.slots.passkeyUnavailableReason(),
      targets.folder(),
    ]);
    return { slots, report, trash, backups, status, obstacle, folder };
  }

  const refresh = async (readReport?: typeof freshReport) => {
    try {
      view.value = await look(readReport);
    } catch (error) {
      // If the vault was locked in the meantime, there is nothing to show.
      if (!(error instanceof AppError && error.code === 'vault/locked')) throw error;
      view.value = null;
    }
  };

  /** Waits for an action, then refreshes the data of the page. */
  const then = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    await refresh();
    return result;
  };

  /** Saves a backup to the downloads. Returns the file's name. */
  async function backUp(ownPassphrase?: string): Promise<string> {
    const backup = await vault.backups.make(ownPassphrase);
    await targets.write({ target: 'downloads', keep: 0 }, backup.name, backup.bytes);
    await then(vault.backups.recordBackup(backup));
    return backup.name;
  }

  return {
    view,
    policy,
    copy,
    refresh: () => refresh(),
    /** Refreshes now and at each change of the vault. Returns an unsubscribe function. */
    follow: () => {
      const drop = vault.subscribe(() => void refresh());
      void refresh(freshReport);
      return drop;
    },
    check: () => then(vault.health.check()),
    discardDamaged: () => then(vault.health.discardDamaged()),
    giveUpOthers: () => then(vault.health.deleteOtherVault()),
    acceptRollback: () => then(vault.health.acceptRollback()),
    rescue: () => saveRescueFile(vault, targets),
    changePassphrase: (current: string, next: string) =>
      then(vault.slots.changePassphrase(current, next)),
    setPassphrase: (next: string) => then(vault.slots.setPassphrase(next)),
    createRecoveryKey: (passphrase: string) => then(vault.slots.createRecoveryKey(passphrase)),
    confirmRecoveryKey: () => then(vault.slots.confirmRecoveryKey()),
    addPasskey: (passphrase: string, label: string) =>
      then(vault.slots.addPasskey(passphrase, label)),
    removeSlot: (id: string, passphrase: string) => then(vault.slots.remove(id, passphrase)),
    rotate: (passphrase: string) => then(vault.slots.rotate(passphrase)),
    restoreEntry: (id: string) => then(vault.restore([id])),
    removeEntry: (id: string) => then(vault.remove([id])),
    purge: (ids: readonly string[]) => then(vault.trash.purge(ids)),
    backUp,
    canChooseFolder: targets.canChooseFolder,
    /** Asks the user for the folder of automatic backups. Returns whether a folder was chosen. */
    chooseFolder: async () => {
      if ((await targets.chooseFolder()) === null) return false;
      await then(vault.backups.change({ target: 'folder' }));
      return true;
    },
    /**
     * Asks for access to the chosen folder again. Writes the settings, so that the backup listener notices the
     * access.
     */
    allowFolder: async () => {
      if (await targets.allowFolder()) await then(vault.backups.change({}));
    },
    setBackups: (settings: Partial<BackupSettings>) => then(vault.backups.change(settings)),
    readBackup: (
      bytes: Uint8Array,
      secret: string,
      ending?: AbortSignal,
    ): Promise<RestorePreview | null> => vault.backups.read(bytes, secret, ending),
    restoreBackup: (preview: RestorePreview, how: 'merge' | 'replace'): Promise<UndoRestore> =>
      then(vault.backups.restore(preview, how)),
  };
}
