import { fromBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Access } from '../keys/createAccess';
import type { Ledger } from '../entries/createLedger';
import type { Session } from '../keys/createSession';
import type { Entry } from '../entries/Entry';
import { known } from '../format/known';
import { recoveryKeyFromText } from '../format/recoveryKey';
import type { Slot } from '../format/Slot';
import { unwrap, wrap } from '../format/wrap';
import { onceDurable } from '../entries/onceDurable';
import { checkPassphrase, newPassphrase, passphraseKek, strongKek } from '../keys/slotKeys';
import type { VaultDeps } from '../VaultDeps';
import { decodeBackup, encodeBackup, type BackupFile } from './backupFile';
import type { Backups, BackupSettings, MadeBackup } from './Backups';
import { keepMade, lastMade } from './lastMade';
import { exactly, planRestore } from './planRestore';
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
  return key && strongKek(slot, key);
}

/** The keys of other slots have no business outside. */
const withoutKeyring = (slot: Slot): Slot => ({ ...slot, keyring: '' });

async function openFile(deps: VaultDeps, file: BackupFile, secret: string) {
  const { vault, epoch, slots } = file.header;
  // Those that need no stretching first.
  const cheapFirst = slots.toSorted((a, b) => a.memory - b.memory);
  for (const slot of cheapFirst) {
    const kek = secret === '' ? null : await kekOf(deps, slot, secret);
    const key = kek && unwrap(vault, epoch, slot, kek);
    if (key === 'damaged') throw new AppError('format/damaged');
    if (key instanceof Uint8Array) return file.open(key);
  }
  throw new AppError('vault/wrong-passphrase');
}

export function createBackups(
  deps: VaultDeps,
  access: Access,
  session: Session,
  ledger: Ledger,
  changed: () => void,
): Backups {
  const stored = async <T>(name: string) =>
    known<T | undefined>((await deps.local.get(name))[name]) ?? null;

  /** Counts the changes of the vault. */
  const revisionNow = async () => {
    await ledger.summaries();
    return (await session.revision()) ?? 0;
  };

  const allEntries = async (): Promise<readonly Entry[]> =>
    ledger.entries((await ledger.summaries()).map(({ id }) => id));

  async function make(ownPassphrase?: string): Promise<MadeBackup> {
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
      const slots = [wrap(vault, 0, header, kek, own, deps.random)];
      const fields = { vault, epoch: 0, createdAt, slots };
      return { name, revision, bytes: encodeBackup(fields, entries, own, deps.random) };
    }
    const slots = ((await access.heads()).find((head) => head.epoch === epoch)?.slots ?? [])
      .filter(({ type }) => type === 'passphrase' || type === 'recovery')
      .map(withoutKeyring);
    if (slots.length === 0) throw new AppError('vault/needs-passphrase');
    const fields = { vault, epoch, createdAt, slots };
    return { name, revision, bytes: encodeBackup(fields, entries, key, deps.random) };
  }

  const settings = async () => ({ ...defaults, ...(await stored<BackupSettings>(settingsName)) });

  return {
    make,
    async noteMade(revision) {
      const { vault } = await session.require();
      await keepMade(deps.local, { at: deps.clock(), vault, revision });
      changed();
    },
    async read(bytes, secret) {
      const file = decodeBackup(bytes);
      if (!file) return null;
      const entries = await openFile(deps, file, secret);
      return planRestore(file.header.createdAt, entries, await allEntries());
    },
    async restore(preview, how) {
      let before: readonly Entry[] = [];
      let change: ReturnType<typeof restoreChange> = { put: [], drop: [] };
      const restoring = ledger.rewrite((now) => {
        before = now;
        change = restoreChange(preview, how, now, deps);
        return { put: change.put };
      });
      await onceDurable(restoring, changed);
      const { put, drop } = change;
      const old = new Map(before.map((entry) => [entry.id, entry]));
      const written = new Map(put.map((entry) => [entry.id, exactly(entry)]));
      const ids = [...written.keys()];
      return () => {
        const undoing = ledger.write(ids, (entry) => {
          const same = new Set(ids.filter((id) => exactly(entry(id)) === written.get(id)));
          const back = [...same].map((id) => old.get(id)).filter((one) => one !== undefined);
          return { put: back, drop: drop.filter((id) => same.has(id)) };
        });
        return onceDurable(undoing, changed);
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
      const made = await lastMade(deps.local, vault);
      const changesSince = Math.max(0, revision - (made?.revision ?? 1));
      const { target, everyChanges, everyDays } = await settings();
      const old = deps.clock() - (made?.at ?? 0) >= everyDays * day;
      const due = target !== 'off' && changesSince > 0 && (changesSince >= everyChanges || old);
      return { newestAt: made?.at ?? null, changesSince, due };
    },
  };
}
