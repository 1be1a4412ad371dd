import { fromBase64url, inProcessDerive, loadSealing, utf8 } from '../../../lib/crypto';
import type { Slot } from '../../../lib/vault/format/Slot';
import type { SlotHeader } from '../../../lib/vault/format/SlotHeader';
import { recipientFrom, sealSlot } from '../../../lib/vault/format/slotSealing';
import { kekFromRandomKey } from '../../../lib/vault/keys/slotKeys';
import { base, passphrase, random, recoveryKey, text, vault, vaultKey } from './theVault';

const header = (type: Slot['type'], fields: Partial<SlotHeader> = {}): SlotHeader => ({
  id: text(random(16)),
  type,
  label: '',
  createdAt: 1_800_000_000_000,
  memory: 0,
  passes: 0,
  lanes: 0,
  salt: text(random(16)),
  credential: '',
  device: '',
  renew: false,
  pending: false,
  ...fields,
});

const passphraseHeader = header('passphrase', base.costs);
export const passphraseKek = await inProcessDerive({
  kind: 'argon2id',
  password: utf8(passphrase),
  salt: fromBase64url(passphraseHeader.salt) ?? new Uint8Array(),
  ...base.costs,
});
const recoveryHeader = header('recovery');
export const recoveryKek = kekFromRandomKey(recoveryHeader, recoveryKey);

const sealing = await loadSealing();
export const recipients = [
  recipientFrom(sealing, passphraseHeader, passphraseKek),
  recipientFrom(sealing, recoveryHeader, recoveryKek),
] as const;
export const tools = { sealing, random };

/** Returns a passphrase slot and a recovery key slot that hold the vault key of an epoch. */
export const slotsAt = (epoch: number) => [
  sealSlot({ vault, epoch, key: vaultKey }, recipients[0], { sealing, random }),
  sealSlot({ vault, epoch, key: vaultKey }, recipients[1], { sealing, random }),
];
