import { inProcessDerive, loadSealing } from '../../lib/crypto';
import { decodeBackup } from '../../lib/vault/backup/backupCodec';
import { decodeHead } from '../../lib/vault/format/Head';
import { deriveKeys } from '../../lib/vault/format/keys';
import { openRecord } from '../../lib/vault/format/record';
import { openSlot, recipientOf } from '../../lib/vault/format/slotSealing';
import { passphraseKek } from '../../lib/vault/keys/slotKeys';
import type { DiskImage } from './diskImage';

const sealing = await loadSealing();
const deps = { derive: inProcessDerive };

/**
 * Returns every key that a passphrase yields from a disk image and a backup: KEKs, vault key, the slots' sender
 * keys, file key.
 */
export async function keysBehind(
  passphrase: string,
  { heads }: DiskImage,
  backup: Uint8Array,
): Promise<readonly Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const head of heads.map(decodeHead)) {
    for (const slot of head?.slots ?? []) {
      if (!head || slot.v !== 2 || slot.type !== 'passphrase') continue;
      const kek = await passphraseKek(deps, slot, passphrase);
      const key = openSlot(head, slot, kek, sealing);
      if (!(key instanceof Uint8Array)) continue;
      found.push(kek, key);
      for (const other of head.slots) {
        if (other.v !== 2) continue;
        const sender = recipientOf({ vault: head.vault, epoch: head.epoch, key }, other);
        if (sender) found.push(sender.psk, sender.publicKey);
      }
    }
  }
  for (const slot of decodeBackup(backup)?.slots ?? []) {
    if (slot.type !== 'passphrase') continue;
    const kek = await passphraseKek(deps, slot, passphrase);
    const key = slot.keyBy(kek, sealing);
    if (key instanceof Uint8Array) found.push(kek, key);
  }
  return found;
}

const attempt = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

/** Tries every key as vault key, KEK and file key. Returns the decrypted content as text. */
export function openWith(
  keys: readonly Uint8Array[],
  { heads, ids, records }: DiskImage,
  backup: Uint8Array,
): readonly string[] {
  const opened: string[] = [];
  const all = [...keys];
  for (const head of heads.map(decodeHead))
    for (const slot of head?.slots ?? [])
      for (const kek of keys) {
        const key = head && slot.v === 2 && openSlot(head, slot, kek, sealing);
        if (!(key instanceof Uint8Array)) continue;
        opened.push(`the slot ${slot.type}`);
        all.push(key);
      }
  const vaults = new Set(heads.map((head) => decodeHead(head)?.vault ?? ''));
  for (const key of all)
    for (const vault of vaults)
      for (let epoch = 1; epoch < 8; epoch++) {
        const derived = deriveKeys(key, vault, epoch);
        for (const id of ids)
          for (const bytes of records) {
            const content = openRecord(derived, id, bytes);
            if (content) opened.push(`a record: ${Buffer.from(content).toString()}`);
          }
      }
  const file = decodeBackup(backup);
  for (const slot of file?.slots ?? [])
    for (const kek of keys) {
      const key = slot.keyBy(kek, sealing);
      if (!(key instanceof Uint8Array)) continue;
      opened.push(`the backup's slot ${slot.type}`);
      all.push(key);
    }
  for (const key of all) {
    const entries = attempt(() => file?.open(key));
    if (entries) opened.push(`the backup: ${JSON.stringify(entries)}`);
  }
  return opened;
}
