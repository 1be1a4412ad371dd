import { recoveryKeyFromText, recoveryKeyLength, recoveryKeyToText, type Random } from '../crypto';
import { AppError } from '../errors';
import { openJson, sealJson } from './sealedJson';
import { readSetKey, type SetKey } from './setKey';
import type { Transport } from './Transport';

/*
 * Each sync set may have one recovery slot, `tessera-<set>.tslot`, in case the last device is lost. The file
 * holds the set's key, sealed under a recovery key of 160 random bits that the user wrote down.
 */
const form = /^tessera-([0-9a-f]{8})\.tslot$/;
const nameOf = (set: string) => `tessera-${set}.tslot`;
const use = 'recovery';

/** Writes the recovery slot of a sync set. Returns the new recovery key, formatted for writing down. */
export async function writeRecoverySlot(
  transport: Transport,
  key: SetKey,
  random: Random,
): Promise<string> {
  const recoveryKey = random(recoveryKeyLength);
  const name = nameOf(key.set);
  const { set, epoch } = key;
  await transport.put(
    name,
    sealJson({ key: recoveryKey, use, name }, { set, epoch, key: key.key }, random),
  );
  return recoveryKeyToText(recoveryKey);
}

export const removeRecoverySlot = (transport: Transport, set: string): Promise<void> =>
  transport.remove(nameOf(set));

/**
 * Returns the key of the sync set whose slot the recovery key opens. Throws `vault/wrong-recovery-key` if no slot
 * opens.
 */
export async function openRecoverySlot(transport: Transport, text: string): Promise<SetKey> {
  const key = recoveryKeyFromText(text);
  if (!key) throw new AppError('vault/wrong-recovery-key');
  const files = await transport.list();
  for (const { name } of files) {
    if (!form.test(name)) continue;
    const bytes = await transport.get(name);
    const found = bytes && readSetKey(openJson({ key, use, name }, bytes));
    if (found && name === nameOf(found.set)) return found;
  }
  throw new AppError('vault/wrong-recovery-key');
}
