import { concat, fromBase64url, toBase64url, utf8, type Random } from '../../crypto';
import type { Store } from '../store';
import type { Sealed } from './Sealed';

const nonceLength = 12;
const keyId = 'k1';

/** Returns the associated data, owner and purpose, which binds a ciphertext to its record. */
const associated = (owner: string, purpose: string) =>
  new Uint8Array(utf8(`companion/${purpose}/${owner}`));

export interface Sealer {
  seal(bytes: Uint8Array, owner: string, purpose: string): Promise<Sealed>;
  /**
   * Decrypts a sealed secret. Throws if the ciphertext was changed or moved to another record, or if its key is
   * gone.
   */
  open(sealed: Sealed, owner: string, purpose: string): Promise<Uint8Array>;
}

/**
 * Returns the key that seals secrets, for a store that can hold a CryptoKey, such as IndexedDB. Generates the key
 * at first use. The key isn't extractable and has its own table, so that a dump of the other tables is worthless.
 */
export const storedSealingKey = (store: Store) => async (): Promise<CryptoKey> => {
  const found = await store.read((tx) => tx.keys.get(keyId));
  if (found) return found.key;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return store.write(async (tx) => {
    const first = await tx.keys.get(keyId);
    if (!first) await tx.keys.put({ id: keyId, key: made });
    return first?.key ?? made;
  });
};

/** Creates a sealer, which encrypts secrets at rest with AES-256-GCM. */
export function createSealer(key: () => Promise<CryptoKey>, random: Random): Sealer {
  return {
    async seal(bytes, owner, purpose) {
      const iv = new Uint8Array(random(nonceLength));
      const box = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: associated(owner, purpose) },
        await key(),
        new Uint8Array(bytes),
      );
      return { keyId, box: toBase64url(concat(iv, new Uint8Array(box))) };
    },
    async open(sealed, owner, purpose) {
      const box = new Uint8Array(fromBase64url(sealed.box) ?? []);
      const bytes = await crypto.subtle.decrypt(
        {
          name: 'AES-GCM',
          iv: box.subarray(0, nonceLength),
          additionalData: associated(owner, purpose),
        },
        await key(),
        box.subarray(nonceLength),
      );
      return new Uint8Array(bytes);
    },
  };
}
