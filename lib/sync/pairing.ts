/**
 * # Pairing, version 1
 *
 * Device A is in the set and shows a code. The new device B scans or pastes the code. A and B exchange three files
 * through the store, each with a single writer. B deletes the files once B has the key. A deletes the files when the
 * pairing is canceled or expires, ten minutes after it started.
 *
 * - The code: `tessera-join:` and base64url of JSON with `v` (1), `p` (the place of the store), `s` (a secret
 *   of 16 bytes) and `c` (the first 16 bytes of SHA-256 of A's nonce, which A doesn't reveal yet).
 * - File 1, from B: B's X25519 public key and name, sealed under the secret.
 * - File 2, from A after it has read file 1: A's nonce, sealed under the secret. From then on, A accepts no
 *   other public key.
 * - Both devices show six digits of HKDF(secret, salt: nonce, info: B's public key and name). The user compares
 *   them and confirms on A.
 * - File 3, from A: set, epoch and key, sealed to B's public key by HPKE with a pre-shared key derived from the
 *   secret.
 *
 * The store's owner doesn't have the secret (128 bits). An attacker who photographed the code and can write to
 * the store can replace B's public key with their own. But they must choose the key before they know the nonce,
 * which determines the digits, and B accepts only the nonce that the code commits to. So one attempt in a million
 * succeeds. An attacker who reads the files later, even with the code, doesn't have B's private key.
 */
import {
  fromBase64url,
  hkdfSha256,
  lengthPrefixed,
  sha256,
  toHex,
  utf8,
  type Random,
  type SealingContext,
} from '../crypto';
import { openJson, sealJson } from './sealedJson';
import type { Transport } from './Transport';

/** How long a pairing code is valid, in milliseconds. */
export const pairingLife = 600_000;

/** The message in which device B introduces itself. `publicKey` is base64url. */
export interface Hello {
  readonly publicKey: string;
  readonly name: string;
}

const domain = 'tessera-sync/1';
const use = 'join';

export const bytesOf = (text: string): Uint8Array => fromBase64url(text) ?? new Uint8Array();

/** Returns the name of one of the three files of a pairing. The name reveals nothing about the secret. */
export function fileName(secret: string, number: 1 | 2 | 3): string {
  const id = hkdfSha256({ key: bytesOf(secret), salt: utf8(domain), info: 'join-file', length: 4 });
  return `tessera-join-${toHex(id)}-${number}.tjoin`;
}

const purposeOf = (secret: string, name: string) => ({ key: bytesOf(secret), use, name });

/** Writes a file that is sealed under the secret. */
export async function putSealed(
  transport: Transport,
  { secret, number }: { readonly secret: string; readonly number: 1 | 2 },
  value: unknown,
  random: Random,
): Promise<void> {
  const name = fileName(secret, number);
  await transport.put(name, sealJson(purposeOf(secret, name), value, random));
}

/**
 * Returns the content of a file that is sealed under the secret, or null if the file is missing or doesn't open.
 */
export async function getSealed(
  transport: Transport,
  secret: string,
  number: 1 | 2,
): Promise<unknown> {
  const name = fileName(secret, number);
  const bytes = await transport.get(name);
  return bytes && openJson(purposeOf(secret, name), bytes);
}

/** Deletes the files of a pairing. A file that can't be deleted is useless without the code. */
export async function endPairing(transport: Transport, secret: string): Promise<void> {
  for (const number of [1, 2, 3] as const)
    await transport.remove(fileName(secret, number)).catch(() => undefined);
}

/** Returns the part of the code that commits A to its nonce. */
export const commitmentTo = (nonce: Uint8Array): Uint8Array => sha256(nonce).subarray(0, 16);

/** Returns the six digits that both devices show. */
export function digitsOf(secret: string, nonce: string, { publicKey, name }: Hello): string {
  const info = lengthPrefixed([domain, 'digits', publicKey, name]);
  const bytes = hkdfSha256({ key: bytesOf(secret), salt: bytesOf(nonce), info, length: 8 });
  const number = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return String(number % 1_000_000n).padStart(6, '0');
}

/** Returns the HPKE context of file 3. */
export const handOverContext = (secret: string): SealingContext => ({
  psk: hkdfSha256({ key: bytesOf(secret), salt: utf8(domain), info: 'join-psk' }),
  pskId: utf8('tessera-join'),
  info: utf8(`${domain} join`),
  context: utf8(fileName(secret, 3)),
});
