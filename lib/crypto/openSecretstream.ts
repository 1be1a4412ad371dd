import { poly1305 } from '@noble/ciphers/_poly1305.js';
import { chacha20, hchacha } from '@noble/ciphers/chacha.js';
import { concat, timingSafeEqual } from './bytes';

/** Size of the tag byte and the authenticator, in bytes. */
const overhead = 17;
const finalTags = new Set([0, 3]);

interface StreamKey {
  /** The key, 32 bytes. */
  readonly key: Uint8Array;
  /** The header of the stream, 24 bytes. */
  readonly header: Uint8Array;
}

/**
 * Decrypts a libsodium crypto_secretstream_xchacha20poly1305 that has one message. Returns null if the key is
 * wrong or the stream was changed.
 */
export function openSecretstream(
  { key, header }: StreamKey,
  sealed: Uint8Array,
): Uint8Array | null {
  if (header.length !== 24 || sealed.length < overhead) return null;
  const subkey = new Uint8Array(32);
  hchacha(sigma, words(key), words(header.subarray(0, 16)), new Uint32Array(subkey.buffer));
  const nonce = new Uint8Array([1, 0, 0, 0, ...header.subarray(16)]);
  const stream = (data: Uint8Array, counter: number) =>
    chacha20(subkey, nonce, data, undefined, counter);

  const body = sealed.subarray(1, -16);
  const block = new Uint8Array(64);
  block[0] = sealed[0] ?? 0;
  const tagBlock = stream(block, 1);
  const tag = tagBlock[0] ?? 0;
  tagBlock[0] = sealed[0] ?? 0;
  // libsodium computes the padding from the body's length instead of the missing bytes. libsodium keeps this
  // mistake for compatibility, so this code repeats it.
  const padding = new Uint8Array(body.length & 15);
  const message = concat(tagBlock, body, padding, lengths(64 + body.length));
  const mac = poly1305(message, stream(new Uint8Array(32), 0));
  if (!timingSafeEqual(mac, sealed.subarray(-16)) || !finalTags.has(tag)) return null;
  return stream(body, 2);
}

const sigma = words(new TextEncoder().encode('expand 32-byte k'));

function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

/**
 * Encodes the length of the associated data (0) and the length of the other authenticated data, as 64-bit
 * little-endian numbers.
 */
function lengths(rest: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(16));
  bytes.setBigUint64(8, BigInt(rest), true);
  return new Uint8Array(bytes.buffer);
}
