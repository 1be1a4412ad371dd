import { fromBase64url, inProcessDerive, utf8 } from '../../../lib/crypto';
import type { Slot } from '../../../lib/vault/format/Slot';
import { wrapKey, type SlotHeader } from '../../../lib/vault/format/wrapKey';
import { kekFromRandomKey } from '../../../lib/vault/keys/slotKeys';
import { base, passphrase, random, recoveryKey, text, vault, vaultKey } from './theVault';

const header = (type: Slot['type'], fields: Partial<SlotHeader> = {}): SlotHeader => ({
  v: 1,
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

/** A passphrase and a recovery key that wrap the vault's key of an epoch. */
export const slotsAt = (epoch: number) => [
  wrapKey(vault, epoch, passphraseHeader, passphraseKek, vaultKey, random),
  wrapKey(vault, epoch, recoveryHeader, recoveryKek, vaultKey, random),
];
