import { recoveryKeyFromText } from '../../crypto';
import { AppError } from '../../errors';
import type { Entry } from '../entries/Entry';
import { readEntry } from '../format/readEntry';
import { kdfBudget, kdfWork } from '../keys/kdfBudget';
import { kekFromRandomKey, passphraseKek } from '../keys/slotKeys';
import type { VaultDeps } from '../VaultDeps';
import type { BackupFile, BackupSlot } from './BackupFile';

/** The entries of an opened backup. */
export interface OpenedBackup {
  readonly entries: readonly Entry[];
  /** Number of invalid entries, which are left out. */
  readonly unreadable: number;
  /** The type of the slot that the secret opened. */
  readonly openedBy: BackupSlot['type'];
}

/** Returns the KEK that a secret gives for a slot, or null if the secret doesn't fit the slot's type. */
function kekOf(deps: VaultDeps, slot: BackupSlot, secret: string, signal?: AbortSignal) {
  if (slot.type === 'passphrase') return passphraseKek(deps, slot, secret, signal);
  const key = recoveryKeyFromText(secret);
  return key && kekFromRandomKey(slot, key);
}

function read(file: BackupFile, key: Uint8Array): Omit<OpenedBackup, 'openedBy'> {
  const found = file.open(key);
  const entries = found.map(readEntry).filter((entry) => entry !== null);
  return { entries, unreadable: found.length - entries.length };
}

/**
 * Opens a backup with a passphrase or a recovery key. Tries the cheapest slots first. The total cost of all
 * derivations is limited. Throws `vault/wrong-passphrase`, `format/damaged`, `format/cost-too-high`, or the
 * signal's reason if the signal aborts.
 */
export async function openBackup(
  deps: VaultDeps,
  file: BackupFile,
  secret: string,
  signal?: AbortSignal,
): Promise<OpenedBackup> {
  if (secret === '') throw new AppError('vault/wrong-passphrase');
  const sealing = await deps.sealing();
  const affords = kdfBudget();
  let tooCostly = false;
  let damaged = false;
  for (const slot of file.slots.toSorted((a, b) => kdfWork(a) - kdfWork(b))) {
    signal?.throwIfAborted();
    let kek: Uint8Array | null = null;
    try {
      if (affords(slot)) kek = await kekOf(deps, slot, secret, signal);
      else tooCostly = true;
    } catch {
      signal?.throwIfAborted();
      tooCostly = true;
    }
    const key = kek && slot.keyBy(kek, sealing);
    if (key instanceof Uint8Array) return { ...read(file, key), openedBy: slot.type };
    damaged ||= key === 'damaged';
  }
  if (damaged) throw new AppError('format/damaged');
  throw new AppError(tooCostly ? 'format/cost-too-high' : 'vault/wrong-passphrase');
}
