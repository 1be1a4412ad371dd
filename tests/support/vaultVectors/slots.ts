import { fromBase64url } from '../../../lib/crypto';
import type { Slot } from '../../../lib/vault/format/Slot';
import { flip, text } from './theVault';
import { passphraseKek, recoveryKek, slotsAt } from './theSlots';
import type { VaultVectors } from './VaultVectors';

const changed = (name: string, slot: Slot, patch: Partial<Slot>) => ({
  name: `${slot.type}: ${name}`,
  epoch: 1,
  slot: { ...slot, ...patch },
  kek: text(slot.type === 'recovery' ? recoveryKek : passphraseKek),
  opens: false,
});
const flipped = (value: string, bit: number) =>
  text(flip(fromBase64url(value) ?? new Uint8Array(), bit));

export function slots(): VaultVectors['slots'] {
  const [first, second] = slotsAt(1);
  if (!first || !second) throw new Error('no slot');
  return [
    { ...changed('whole', first, {}), opens: true },
    { ...changed('whole', second, {}), opens: true },
    ...[first, second].flatMap((slot) => [
      changed('another id', slot, { id: flipped(slot.id, 3) }),
      changed('another type', slot, { type: slot.type === 'recovery' ? 'passkey' : 'device' }),
      changed('less memory', slot, { memory: slot.memory + 1 }),
      changed('other passes', slot, { passes: slot.passes + 1 }),
      changed('other lanes', slot, { lanes: slot.lanes + 1 }),
      changed('another salt', slot, { salt: flipped(slot.salt, 9) }),
      changed('another credential', slot, { credential: 'AAAA' }),
      changed('another public key', slot, { publicKey: flipped(slot.publicKey, 77) }),
      changed('encapsulated key flipped', slot, { sealed: flipped(slot.sealed, 11) }),
      changed('key flipped', slot, { sealed: flipped(slot.sealed, 300) }),
      changed('tag flipped', slot, { sealed: flipped(slot.sealed, -1) }),
      { ...changed('another epoch', slot, {}), epoch: 2 },
      { ...changed('another key', slot, {}), kek: text(flip(recoveryKek, 5)) },
    ]),
  ];
}
