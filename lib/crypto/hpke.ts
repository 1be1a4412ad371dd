/**
 * Hybrid public-key encryption (RFC 9180), with one message per encapsulated key: DHKEM(X25519, HKDF-SHA256),
 * HKDF-SHA256 and ChaCha20-Poly1305 in mode "psk". The pre-shared key proves who the sender is. Without it,
 * anyone who can write the file could seal a key of their choice to the public key. All functions are
 * synchronous, so that they can run inside an IndexedDB transaction.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, utf8 } from './bytes';
import type { PublicKeySealing, SealingContext } from './PublicKeySealing';

/** Size of a public key, a private key and an encapsulated key, in bytes. */
const keyLength = 32;
const tagLength = 16;
const modePsk = 1;
const none = new Uint8Array();

/** Encodes a number as 2 bytes, big-endian. */
const uint16 = (value: number) => Uint8Array.of(value >> 8, value & 255);

const kemSuite = concat(utf8('KEM'), uint16(0x0020));
const hpkeSuite = concat(utf8('HPKE'), uint16(0x0020), uint16(0x0001), uint16(0x0003));
const version = utf8('HPKE-v1');

interface Labeled {
  readonly suite: Uint8Array;
  readonly label: string;
}

/** Computes LabeledExtract (RFC 9180, section 4). */
const labeledExtract = (
  { suite, label }: Labeled,
  { salt, ikm }: { salt: Uint8Array; ikm: Uint8Array },
) => extract(sha256, concat(version, suite, utf8(label), ikm), salt);

/** Computes LabeledExpand (RFC 9180, section 4). */
const labeledExpand = (
  { suite, label }: Labeled,
  { prk, info, length }: { prk: Uint8Array; info: Uint8Array; length: number },
) => expand(sha256, prk, concat(uint16(length), version, suite, utf8(label), info), length);

/** Computes ExtractAndExpand (RFC 9180, section 4.1). */
function sharedSecret({ dh, context }: { dh: Uint8Array; context: Uint8Array }): Uint8Array {
  const prk = labeledExtract({ suite: kemSuite, label: 'eae_prk' }, { salt: none, ikm: dh });
  return labeledExpand(
    { suite: kemSuite, label: 'shared_secret' },
    { prk, info: context, length: 32 },
  );
}

/**
 * Computes the KeySchedule of mode "psk" (RFC 9180, section 5.1). Returns the key and nonce of the only message.
 */
function keySchedule(secret: Uint8Array, { psk, pskId, info }: SealingContext) {
  const extractHpke = (label: string, bytes: { salt: Uint8Array; ikm: Uint8Array }) =>
    labeledExtract({ suite: hpkeSuite, label }, bytes);
  const context = concat(
    Uint8Array.of(modePsk),
    extractHpke('psk_id_hash', { salt: none, ikm: pskId }),
    extractHpke('info_hash', { salt: none, ikm: info }),
  );
  const prk = extractHpke('secret', { salt: secret, ikm: psk });
  return {
    key: labeledExpand({ suite: hpkeSuite, label: 'key' }, { prk, info: context, length: 32 }),
    nonce: labeledExpand(
      { suite: hpkeSuite, label: 'base_nonce' },
      { prk, info: context, length: 12 },
    ),
  };
}

const cipherOf = (secret: Uint8Array, shared: SealingContext) => {
  const { key, nonce } = keySchedule(secret, shared);
  return chacha20poly1305(key, nonce, shared.context);
};

function privateKeyFrom(secret: Uint8Array): Uint8Array {
  const prk = labeledExtract({ suite: kemSuite, label: 'dkp_prk' }, { salt: none, ikm: secret });
  return labeledExpand({ suite: kemSuite, label: 'sk' }, { prk, info: none, length: keyLength });
}

const sealTo: PublicKeySealing['sealTo'] = (publicKey, shared, plaintext) => {
  const ephemeral = privateKeyFrom(shared.random(keyLength));
  const encapsulated = x25519.getPublicKey(ephemeral);
  const dh = x25519.getSharedSecret(ephemeral, publicKey);
  const secret = sharedSecret({ dh, context: concat(encapsulated, publicKey) });
  return concat(encapsulated, cipherOf(secret, shared).encrypt(plaintext));
};

const openSealed: PublicKeySealing['openSealed'] = (privateKey, shared, sealed) => {
  if (sealed.length < keyLength + tagLength) return null;
  const encapsulated = sealed.subarray(0, keyLength);
  try {
    // Throws if the point has low order, because the shared secret would be public.
    const dh = x25519.getSharedSecret(privateKey, encapsulated);
    const secret = sharedSecret({
      dh,
      context: concat(encapsulated, x25519.getPublicKey(privateKey)),
    });
    return cipherOf(secret, shared).decrypt(sealed.subarray(keyLength));
  } catch {
    return null;
  }
};

export const hpke: PublicKeySealing = {
  deriveKeyPair(secret) {
    const privateKey = privateKeyFrom(secret);
    return { privateKey, publicKey: x25519.getPublicKey(privateKey) };
  },
  sealTo,
  openSealed,
};
