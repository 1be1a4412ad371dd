import { fromBase64url, toHex } from '../../crypto';
import { AppError } from '../../errors';
import type { Unlocker } from '../keys/createUnlocker';
import type { EntryRepository } from '../entries/createEntryRepository';
import type { Unlocked } from '../keys/createSession';
import type { Entry } from '../entries/Entry';
import { trustedCast } from '../format/trustedCast';
import { recipientFrom, recipientOf, type Recipient } from '../format/slotSealing';
import { afterDurable } from '../entries/afterDurable';
import { checkPassphrase, newPassphrase } from '../keys/slotKeys';
import type { VaultContext } from '../VaultContext';
import { decodeBackup, encodeBackup } from './backupCodec';
import { isBackup } from './backupFrame';
import { openBackup } from './openBackup';
import { planRestore, serializeEntry } from './planRestore';
import { restoreChange } from './restoreChange';
import type { Backups, BackupSettings, CreatedBackup } from './Backups';
import { acceptRevision, readKnownRevision, writeKnownRevision } from '../health/knownRevision';
import { writeLastBackup, readLastBackup } from './lastBackup';

const settingsName = 'vault.backups';

const defaults: BackupSettings = { target: 'off', everyChanges: 10, everyDays: 7, keep: 10 };

const day = 24 * 3_600_000;

const two = (value: number) => String(value).padStart(2, '0');

/** Returns six hex digits of the vault's id, which distinguish vaults that share a backup folder. */
const markOf = (vault: string) => toHex(fromBase64url(vault)?.subarray(0, 3) ?? new Uint8Array());

/** Returns a name such as `tessera-2026-11-21-0930-3fa92c.tessera`, in local time. */
function fileName(now: number, vault: string): string {
  const date = new Date(now);
  const written = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  const time = two(date.getHours()) + two(date.getMinutes());
  return `tessera-${written}-${time}-${markOf(vault)}.tessera`;
}

export function createBackups(
  context: VaultContext,
  unlocker: Unlocker,
  repository: EntryRepository,
): Backups {
  const { deps, session, announce } = context;
  const changed = () => announce('changed');
  const stored = async <T>(name: string) =>
    trustedCast<T | undefined>((await deps.local.get(name))[name]) ?? null;

  /** Returns the vault's current revision, which grows with every change. */
  const revisionNow = async () => {
    await repository.summaries();
    return (await session.revision()) ?? 0;
  };

  const allEntries = async (): Promise<readonly Entry[]> =>
    repository.entries((await repository.summaries()).map(({ id }) => id));

  /**
   * Returns the recipients for the vault's passphrase and recovery key. Throws `vault/needs-passphrase` if there
   * are none.
   */
  async function ownersOf(vaultKey: Unlocked): Promise<readonly Recipient[]> {
    const slots = (await unlocker.heads())[0]?.slots ?? [];
    const owners = slots
      .filter(({ type }) => type === 'passphrase' || type === 'recovery')
      .map((slot) => (slot.v === 2 ? recipientOf(vaultKey, slot) : null));
    const recipients = owners.filter((one) => one !== null);
    // A slot of version 1 can't be used. Unlocking with the passphrase upgrades it.
    if (recipients.length === 0) throw new AppError('vault/needs-passphrase');
    return recipients;
  }

  /** Records a backup that has all that the vault has, unless a newer backup is known. */
  async function recordComplete(createdAt: number, revision: number): Promise<void> {
    const { vault } = await session.require();
    await deps.exclusive('settings', async () => {
      const at = Math.min(createdAt, deps.clock());
      const newest = await readLastBackup(deps.local, vault);
      if (newest && newest.at > at) return;
      await writeLastBackup(deps.local, { at, vault, revision });
    });
  }

  async function newOwner(passphrase: string): Promise<Recipient> {
    await checkPassphrase(deps, passphrase);
    const { header, kek } = await newPassphrase(deps, passphrase);
    return recipientFrom(await deps.sealing(), header, kek);
  }

  async function make(ownPassphrase?: string): Promise<CreatedBackup> {
    const vaultKey = await session.require();
    const { vault } = vaultKey;
    // The revision is read before the entries. If a change is made in between, the backup contains the change,
    // but the change still counts as not backed up.
    const revision = await revisionNow();
    const entries = await allEntries();
    const createdAt = deps.clock();
    const sealing = await deps.sealing();
    const recipients =
      ownPassphrase === undefined ? await ownersOf(vaultKey) : [await newOwner(ownPassphrase)];
    const tools = { sealing, random: deps.random };
    const bytes = encodeBackup({ vault, createdAt, entries, recipients }, tools);
    return { name: fileName(createdAt, vault), vault, revision, bytes };
  }

  const settings = async () => ({ ...defaults, ...(await stored<BackupSettings>(settingsName)) });

  return {
    make,
    async recordBackup({ vault, revision }) {
      // Another vault may have been opened while the file was saved.
      if ((await session.require()).vault !== vault) return;
      await deps.exclusive('settings', async () => {
        await writeLastBackup(deps.local, { at: deps.clock(), vault, revision });
        // Keeps a higher known revision, because only the user can accept a rollback. An automatic backup must
        // not hide the rollback.
        const known = Math.max(revision, await readKnownRevision(deps.local, vault));
        await writeKnownRevision(deps.local, { vault, revision: known });
      });
      changed();
    },
    isBackup: (bytes) => Promise.resolve(isBackup(bytes)),
    async read(bytes, secret, signal) {
      const file = decodeBackup(bytes);
      if (!file) return null;
      const { entries, unreadable, openedBy } = await openBackup(deps, file, secret, signal);
      // A backup can be opened on a new computer, before a vault is created. There are then no entries to compare
      // with.
      const isFirst = (await unlocker.heads()).length === 0;
      const own = isFirst ? [] : await allEntries();
      return { ...planRestore(file.createdAt, entries, own), unreadable, openedBy };
    },
    async restore(preview, how) {
      let before: readonly Entry[] = [];
      let change: ReturnType<typeof restoreChange> = { put: [], drop: [] };
      const merging = await deps.merging();
      const restoring = repository.rewrite((now) => {
        before = now;
        change = restoreChange(preview, how, now, { merging, now: deps.clock() });
        return { put: change.put };
      });
      const accept = async () => {
        const revision = await revisionNow();
        await acceptRevision(context);
        if (before.length === 0) await recordComplete(preview.createdAt, revision);
      };
      await afterDurable(restoring, async () => {
        // The user restored a backup, which accepts the vault's state and ends the finding of a rollback. If the
        // vault locks first, the finding stays.
        await accept().catch(() => undefined);
        changed();
      });
      const { put, drop } = change;
      const old = new Map(before.map((entry) => [entry.id, entry]));
      const written = new Map(put.map((entry) => [entry.id, serializeEntry(entry)]));
      const ids = [...written.keys()];
      return () => {
        const undoing = repository.write(ids, (entry) => {
          const same = new Set(ids.filter((id) => serializeEntry(entry(id)) === written.get(id)));
          // The undo is stamped as a new change, so that sync doesn't bring the restored values back.
          const back = [...same]
            .map((id) => ({ before: old.get(id), sync: entry(id).sync }))
            .flatMap(({ before: one, sync }) => (one ? [{ ...one, sync }] : []));
          return { put: back, drop: drop.filter((id) => same.has(id)) };
        });
        return afterDurable(undoing, changed);
      };
    },
    settings,
    async change(patch) {
      await deps.exclusive('settings', async () =>
        deps.local.set({ [settingsName]: { ...(await settings()), ...patch } }),
      );
      changed();
    },
    async status() {
      const { vault } = await session.require();
      const revision = await revisionNow();
      const made = await readLastBackup(deps.local, vault);
      const changesSince = Math.max(0, revision - (made?.revision ?? 1));
      const { target, everyChanges, everyDays } = await settings();
      const old = deps.clock() - (made?.at ?? 0) >= everyDays * day;
      const due = target !== 'off' && changesSince > 0 && (changesSince >= everyChanges || old);
      return { newestAt: made?.at ?? null, changesSince, due };
    },
  };
}
