import { toBase64url, utf8, type PublicKeySealing, type Random } from '../crypto';
import { AppError } from '../errors';
import { isFields } from './isFields';
import {
  bytesOf,
  digitsOf,
  fileName,
  getSealed,
  handOverContext,
  pairingLife,
  putSealed,
  type Hello,
} from './pairing';
import type { SetKey } from './setKey';
import { textIn } from './textIn';
import type { Transport } from './Transport';

/**
 * The state of device A (see pairing.ts) while it shows a pairing code, as JSON. `secret` and `nonce` are
 * base64url.
 */
export interface Pairing {
  readonly secret: string;
  readonly nonce: string;
  readonly expiresAt: number;
  /** The first response of a new device to the code. Later responses are ignored. */
  readonly hello: Hello | null;
  readonly confirmed: boolean;
}

export const newPairing = (random: Random, now: number): Pairing => ({
  secret: toBase64url(random(16)),
  nonce: toBase64url(random(16)),
  expiresAt: now + pairingLife,
  hello: null,
  confirmed: false,
});

/**
 * Looks for a response to the code, and reveals the nonce to the first device that responded. Returns the updated
 * pairing.
 */
export async function hearHello(
  transport: Transport,
  pairing: Pairing,
  random: Random,
): Promise<Pairing> {
  if (pairing.hello) return pairing;
  const { secret, nonce } = pairing;
  const said = await getSealed(transport, secret, 1);
  if (!isFields(said)) return pairing;
  const hello = { publicKey: textIn(said, 'publicKey'), name: textIn(said, 'name').slice(0, 100) };
  if (bytesOf(hello.publicKey).length !== 32) return pairing;
  await putSealed(transport, { secret, number: 2 }, { nonce }, random);
  return { ...pairing, hello };
}

/** Returns the digits to compare, or null until the new device has responded. */
export const pairingDigits = ({ secret, nonce, hello }: Pairing): string | null =>
  hello && digitsOf(secret, nonce, hello);

/**
 * Sends the sync set's key to the device that responded. Call this function only after the user has confirmed the
 * digits. Throws `sync/pairing-expired` if no device responded.
 */
export async function handOver(
  transport: Transport,
  { secret, hello }: Pairing,
  { key, sealing, random }: { key: SetKey; sealing: PublicKeySealing; random: Random },
): Promise<void> {
  if (!hello) throw new AppError('sync/pairing-expired');
  const context = { ...handOverContext(secret), random };
  const content = utf8(JSON.stringify(key));
  await transport.put(
    fileName(secret, 3),
    sealing.sealTo(bytesOf(hello.publicKey), context, content),
  );
}

/** Whether the new device has fetched the key and deleted the files of the pairing. */
export const wasFetched = async (transport: Transport, { secret }: Pairing): Promise<boolean> =>
  (await transport.size(fileName(secret, 3))) === null;
