import { fromBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Unlocker } from '../keys/createUnlocker';
import type { EntryRepository } from '../entries/createEntryRepository';
import type { Session } from '../keys/createSession';
import type { Entry } from '../entries/Entry';
import { trustedCast } from '../format/trustedCast';
import { recoveryKeyFromText } from '../format/recoveryKey';
import type { Slot } from '../format/Slot';
import { unwrapKey, wrapKey } from '../format/wrapKey';
import { afterDurable } from '../entries/afterDurable';
import { checkPassphrase, newPassphrase, passphraseKek, kekFromRandomKey } from '../keys/slotKeys';
import type { VaultDeps } from '../VaultDeps';
import { decodeBackup, encodeBackup, type BackupFile } from './backupFile';
import type { Backups, BackupSettings, CreatedBackup } from './Backups';
import { writeLastBackup, readLastBackup } from './lastBackup';
import { serializeEntry, planRestore } from './planRestore';
import { restoreChange } from './restoreChange';

const settingsName = 'vault.backups';

const defaults: BackupSettings = { target: 'off', everyChanges: 10, everyDays: 7, keep: 10 };

const day = 24 * 3_600_000;

const two = (value: number) => String(value).padStart(2, '0');

/** Six hexadecimal digits of its id: they tell vaults apart whose backups share a folder. */
const markOf = (vault: string) =>
  Array.from(fromBase64url(vault)?.subarray(0, 3) ?? [], (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** `tessera-2026-11-21-0930-3fa92c.tessera`, in the time of the person's place. */
function fileName(now: number, vault: string): string {
  const date = new Date(now);
  const written = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  const time = two(date.getHours()) + two(date.getMinutes());
  return `tessera-${written}-${time}-${markOf(vault)}.tessera`;
}

/** The wrapping key that a secret gives for a slot of a file, or null where it can't be this slot's. */
function kekOf(deps: VaultDeps, slot: Slot, secret: string) {
  if (slot.type === 'passphrase') return passphraseKek(deps, slot, secret);
  const key = slot.type === 'recovery' ? recoveryKeyFromText(secret) : null;
  return key && kekFromRandomKey(slot, key);
}

/** The keys of other slots have no business outside. */
const withoutKeyring = (slot: Slot): Slot => ({ ...slot, keyring: '' });

async function openFile(deps: VaultDeps, file: BackupFile, secret: string) {
  const { vault, epoch, slots } = file.header;
  // Those that need no stretching first.
  const cheapFirst = slots.toSorted((a, b) => a.memory - b.memory);
  for (const slot of cheapFirst) {
    const kek = secret === '' ? null : await kekOf(deps, slot, secret);
    const key = kek && unwrapKey(vault, epoch, slot, kek);
    if (key === 'damaged') throw new AppError('format/damaged');
    if (key instanceof Uint8Array) return { entries: file.open(key), openedBy: slot.type };
  }
  throw new AppError('vault/wrong-passphrase');
}

export function createBackups(
  deps: VaultDeps,
  unlocker: Unlocker,
  session: Session,
  repository: EntryRepository,
  changed: () => void,
): Backups {
  const stored = async <T>(name: string) =>
    trustedCast<T | undefined>((await deps.local.get(name))[name]) ?? null;

  /** Counts the changes of the vault. */
  const revisionNow = async () => {
    await repository.summaries();
    return (await session.revision()) ?? 0;
  };

  const allEntries = async (): Promise<readonly Entry[]> =>
    repository.entries((await repository.summaries()).map(({ id }) => id));

  async function make(ownPassphrase?: string): Promise<CreatedBackup> {
    const { vault, epoch, key } = await session.require();
    // Before the entries: a change in between is in the backup, and counted once more.
    const revision = await revisionNow();
    const entries = await allEntries();
    const createdAt = deps.clock();
    const name = fileName(createdAt, vault);
    if (ownPassphrase !== undefined) {
      await checkPassphrase(deps, ownPassphrase);
      const own = deps.random(32);
      const { header, kek } = await newPassphrase(deps, ownPassphrase);
      const slots = [wrapKey(vault, 0, header, kek, own, deps.random)];
      const fields = { vault, epoch: 0, createdAt, slots };
      return { name, revision, bytes: encodeBackup(fields, entries, own, deps.random) };
    }
    const slots = ((await unlocker.heads()).find((head) => head.epoch === epoch)?.slots ?? [])
      .filter(({ type }) => type === 'passphrase' || type === 'recovery')
      .map(withoutKeyring);
    if (slots.length === 0) throw new AppError('vault/needs-passphrase');
    const fields = { vault, epoch, createdAt, slots };
    return { name, revision, bytes: encodeBackup(fields, entries, key, deps.random) };
  }

  const settings = async () => ({ ...defaults, ...(await stored<BackupSettings>(settingsName)) });

  return {
    make,
    async recordBackup(revision) {
      const { vault } = await session.require();
      await writeLastBackup(deps.local, { at: deps.clock(), vault, revision });
      changed();
    },
    async read(bytes, secret) {
      const file = decodeBackup(bytes);
      if (!file) return null;
      const { entries, openedBy } = await openFile(deps, file, secret);
      // On a new computer the backup comes before the vault.
      const isFirst = (await unlocker.heads()).length === 0;
      const own = isFirst ? [] : await allEntries();
      return { ...planRestore(file.header.createdAt, entries, own), openedBy };
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
      await afterDurable(restoring, changed);
      const { put, drop } = change;
      const old = new Map(before.map((entry) => [entry.id, entry]));
      const written = new Map(put.map((entry) => [entry.id, serializeEntry(entry)]));
      const ids = [...written.keys()];
      return () => {
        const undoing = repository.write(ids, (entry) => {
          const same = new Set(ids.filter((id) => serializeEntry(entry(id)) === written.get(id)));
          // Taking a restore back is a change of its own, newer than the restore.
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
