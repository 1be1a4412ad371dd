/**
 * # Pairing, version 1
 *
 * The device that is in the set (A) shows a code; the new one (B) scans or pastes it. Three files pass between
 * them in the store, each with one writer, and go once B has the key or after ten minutes.
 *
 * - The code: `tessera-join:` and base64url of JSON: `v` 1, the place, `s` a secret of 16 bytes, `c` the first
 *   16 bytes of SHA-256 of A's nonce, which A keeps for itself as yet.
 * - File 1, by B: its public key (X25519) and name, sealed under the secret.
 * - File 2, by A once it has read file 1, and for that public key alone: its nonce, sealed likewise.
 * - Both show six digits of HKDF(secret, salt: nonce, info: public key, name). The user compares them and confirms.
 * - File 3, by A: set, epoch and key, sealed to B's public key by HPKE with the secret as pre-shared key.
 *
 * The store's owner alone lacks the secret (128 bits). Who photographed the code and can write to the store may
 * put a public key of their own in place of B's, but must do so before the nonce is known that decides the
 * digits, and B takes no other nonce than the one that the code names: one try in a million. Who reads the files
 * later, code and all, lacks B's private key.
 */
import {
  fromBase64url,
  fromUtf8,
  hkdfSha256,
  lengthPrefixed,
  sha256,
  timingSafeEqual,
  toBase64url,
  utf8,
  type PublicKeySealing,
  type Random,
} from '../crypto';
import { AppError } from '../errors';
import { openJson, sealJson } from './sealedJson';
import type { SyncMemory } from './SyncMemory';
import type { SyncPlace } from './SyncPlace';
import type { Transport } from './Transport';

/** How long a code is good for, in milliseconds. */
export const pairingLife = 600_000;

/** What A keeps while it shows a code. JSON; the texts are base64url. */
export interface Pairing {
  readonly secret: string;
  readonly nonce: string;
  readonly expiresAt: number;
  /** The first device that answered; any other is not heard. */
  readonly hello: Hello | null;
  readonly confirmed: boolean;
}

/** What B says of itself. */
export interface Hello {
  readonly publicKey: string;
  readonly name: string;
}

/** What a code says. */
export interface JoinCode {
  /** An empty password has to be typed. */
  readonly place: SyncPlace;
  readonly secret: string;
  /** What A's nonce has to hash to. */
  readonly commitment: string;
}

/** What B keeps until it is in the set. JSON. */
export interface Joining extends JoinCode {
  /** 32 random bytes that the key pair comes from. */
  readonly seed: string;
  readonly name: string;
  readonly expiresAt: number;
}

export type SetKey = Pick<SyncMemory, 'set' | 'epoch' | 'key'>;

const prefix = 'tessera-join:';
const use = 'join';
const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();
const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (fields: Readonly<Record<string, unknown>>, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : '';
  return typeof value === 'string' && value.length <= 4096 ? value : '';
};

/** The name of one of the three files. It tells nothing of the secret. */
function fileName(secret: string, number: 1 | 2 | 3): string {
  const id = hkdfSha256({
    key: bytesOf(secret),
    salt: utf8('tessera-sync/1'),
    info: 'join-file',
    length: 4,
  });
  return `tessera-join-${hex(id)}-${number}.tjoin`;
}

const purposeOf = (secret: string, name: string) => ({ key: bytesOf(secret), use, name });

const commitmentTo = (nonce: Uint8Array) => sha256(nonce).subarray(0, 16);

export const newPairing = (random: Random, now: number): Pairing => ({
  secret: toBase64url(random(16)),
  nonce: toBase64url(random(16)),
  expiresAt: now + pairingLife,
  hello: null,
  confirmed: false,
});

/** The code as text. */
export function pairingCode({ secret, nonce }: Pairing, place: SyncPlace): string {
  const fields = { v: 1, p: place, s: secret, c: toBase64url(commitmentTo(bytesOf(nonce))) };
  return prefix + toBase64url(utf8(JSON.stringify(fields)));
}

function placeOf(value: unknown): SyncPlace | null {
  if (!isFields(value)) return null;
  const kind = textIn(value, 'kind');
  if (kind === 'browser') return { kind };
  if (kind === 'folder') return { kind, name: textIn(value, 'name') };
  const address = textIn(value, 'address');
  if (kind !== 'webdav' || address === '') return null;
  return { kind, address, user: textIn(value, 'user'), password: textIn(value, 'password') };
}

function codeFrom(text: string): JoinCode | null {
  const packed = text.replaceAll(/\s/g, '');
  if (!packed.startsWith(prefix)) return null;
  const json = fromUtf8(fromBase64url(packed.slice(prefix.length)) ?? new Uint8Array());
  let fields: unknown;
  try {
    fields = JSON.parse(json ?? '');
  } catch {
    return null;
  }
  if (!isFields(fields) || fields['v'] !== 1) return null;
  const place = placeOf(fields['p']);
  const secret = textIn(fields, 's');
  const commitment = textIn(fields, 'c');
  const isWhole = bytesOf(secret).length === 16 && bytesOf(commitment).length === 16;
  return place && isWhole ? { place, secret, commitment } : null;
}

/** Throws `sync/bad-pairing` for any other text. Spaces and line ends don't matter. */
export function readPairingCode(text: string): JoinCode {
  const code = codeFrom(text);
  if (!code) throw new AppError('sync/bad-pairing');
  return code;
}

/** The six digits that both devices show. */
function digitsOf(secret: string, nonce: string, { publicKey, name }: Hello): string {
  const info = lengthPrefixed(['tessera-sync/1', 'digits', publicKey, name]);
  const bytes = hkdfSha256({ key: bytesOf(secret), salt: bytesOf(nonce), info, length: 8 });
  const number = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return String(number % 1_000_000n).padStart(6, '0');
}

const sharedOf = (secret: string, name: string) => ({
  psk: hkdfSha256({ key: bytesOf(secret), salt: utf8('tessera-sync/1'), info: 'join-psk' }),
  pskId: utf8('tessera-join'),
  info: utf8('tessera-sync/1 join'),
  context: utf8(name),
});

async function read(transport: Transport, secret: string, number: 1 | 2): Promise<unknown> {
  const name = fileName(secret, number);
  const bytes = await transport.get(name);
  return bytes && openJson(purposeOf(secret, name), bytes);
}

/** Removes the files of a pairing. What can't be removed now says nothing without the code. */
export async function endPairing(transport: Transport, secret: string): Promise<void> {
  for (const number of [1, 2, 3] as const)
    await transport.remove(fileName(secret, number)).catch(() => undefined);
}

/** A: looks for the new device, and replies to the first that is there. Returns the pairing as it is now. */
export async function hearHello(
  transport: Transport,
  pairing: Pairing,
  random: Random,
): Promise<Pairing> {
  if (pairing.hello) return pairing;
  const said = await read(transport, pairing.secret, 1);
  if (!isFields(said)) return pairing;
  const hello = { publicKey: textIn(said, 'publicKey'), name: textIn(said, 'name').slice(0, 100) };
  if (bytesOf(hello.publicKey).length !== 32) return pairing;
  const name = fileName(pairing.secret, 2);
  const answer = sealJson(purposeOf(pairing.secret, name), { nonce: pairing.nonce }, random);
  await transport.put(name, answer);
  return { ...pairing, hello };
}

/** A: what the user compares, or null before the new device is there. */
export const pairingDigits = ({ secret, nonce, hello }: Pairing): string | null =>
  hello && digitsOf(secret, nonce, hello);

/** A: the user confirmed. Hands over the set's key to the device that answered. */
export async function handOver(
  transport: Transport,
  { secret, hello }: Pairing,
  { key, sealing, random }: { key: SetKey; sealing: PublicKeySealing; random: Random },
): Promise<void> {
  if (!hello) throw new AppError('sync/pairing-expired');
  const name = fileName(secret, 3);
  const content = utf8(JSON.stringify(key));
  const shared = { ...sharedOf(secret, name), random };
  await transport.put(name, sealing.sealTo(bytesOf(hello.publicKey), shared, content));
}

/** A: whether the new device has fetched the key and cleared up. */
export const wasFetched = async (transport: Transport, { secret }: Pairing): Promise<boolean> =>
  (await transport.size(fileName(secret, 3))) === null;

/** B: announces itself. */
export async function sayHello(
  transport: Transport,
  joining: Joining,
  { sealing, random }: { sealing: PublicKeySealing; random: Random },
): Promise<void> {
  const { publicKey } = sealing.deriveKeyPair(bytesOf(joining.seed));
  const hello: Hello = { publicKey: toBase64url(publicKey), name: joining.name };
  const name = fileName(joining.secret, 1);
  await transport.put(name, sealJson(purposeOf(joining.secret, name), hello, random));
}

export const newJoining = (
  code: JoinCode,
  name: string,
  { random, now }: { random: Random; now: number },
): Joining => ({ ...code, name, seed: toBase64url(random(32)), expiresAt: now + pairingLife });

function setKeyFrom(bytes: Uint8Array): SetKey | null {
  const fields: unknown = JSON.parse(fromUtf8(bytes) ?? 'null');
  if (!isFields(fields)) return null;
  const set = textIn(fields, 'set');
  const key = textIn(fields, 'key');
  const epoch = Number(fields['epoch']);
  const isWhole = /^[0-9a-f]{8}$/.test(set) && bytesOf(key).length === 32 && epoch >= 1;
  return isWhole ? { set, epoch, key } : null;
}

/** B: how far it is. Throws `sync/pairing-refused` where A ended it, or somebody else answered. */
export async function awaitKey(
  transport: Transport,
  joining: Joining,
  sealing: PublicKeySealing,
): Promise<{ readonly digits: string | null; readonly key: SetKey | null }> {
  const { secret, commitment, name } = joining;
  const said = await read(transport, secret, 2);
  const nonce = isFields(said) ? textIn(said, 'nonce') : '';
  if (nonce === '') {
    if ((await transport.size(fileName(secret, 1))) === null)
      throw new AppError('sync/pairing-refused');
    return { digits: null, key: null };
  }
  if (!timingSafeEqual(commitmentTo(bytesOf(nonce)), bytesOf(commitment)))
    throw new AppError('sync/pairing-refused');
  const { publicKey, privateKey } = sealing.deriveKeyPair(bytesOf(joining.seed));
  const digits = digitsOf(secret, nonce, { publicKey: toBase64url(publicKey), name });
  const last = fileName(secret, 3);
  const sealed = await transport.get(last);
  const content = sealed && sealing.openSealed(privateKey, sharedOf(secret, last), sealed);
  const key = content && setKeyFrom(content);
  if (sealed && !key) throw new AppError('sync/pairing-refused');
  return { digits, key };
}
