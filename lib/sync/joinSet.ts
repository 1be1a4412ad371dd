import {
  fromUtf8,
  timingSafeEqual,
  toBase64url,
  type PublicKeySealing,
  type Random,
} from '../crypto';
import { AppError } from '../errors';
import { isFields } from './isFields';
import {
  bytesOf,
  commitmentTo,
  digitsOf,
  fileName,
  getSealed,
  handOverContext,
  pairingLife,
  putSealed,
  type Hello,
} from './pairing';
import type { JoinCode } from './pairingCode';
import { parseJson } from './parseJson';
import { readSetKey, type SetKey } from './setKey';
import { textIn } from './textIn';
import type { Transport } from './Transport';

/** The state of the new device B (see pairing.ts) until it has joined, as JSON. */
export interface Joining extends JoinCode {
  /** 32 random bytes from which the key pair is derived. */
  readonly seed: string;
  readonly name: string;
  readonly expiresAt: number;
}

export const newJoining = (
  code: JoinCode,
  name: string,
  { random, now }: { random: Random; now: number },
): Joining => ({ ...code, name, seed: toBase64url(random(32)), expiresAt: now + pairingLife });

/** Announces this device to device A, which shows the code. */
export async function sayHello(
  transport: Transport,
  { seed, secret, name }: Joining,
  { sealing, random }: { sealing: PublicKeySealing; random: Random },
): Promise<void> {
  const { publicKey } = sealing.deriveKeyPair(bytesOf(seed));
  const hello: Hello = { publicKey: toBase64url(publicKey), name };
  await putSealed(transport, { secret, number: 1 }, hello, random);
}

/**
 * Returns the digits once device A has responded, and the key once the user has confirmed the digits on A. Until
 * then, the digits and the key are null. Throws `sync/pairing-refused` if A ended the pairing or paired with
 * another device.
 */
export async function awaitKey(
  transport: Transport,
  { secret, commitment, seed, name }: Joining,
  sealing: PublicKeySealing,
): Promise<{ readonly digits: string | null; readonly key: SetKey | null }> {
  const said = await getSealed(transport, secret, 2);
  const nonce = isFields(said) ? textIn(said, 'nonce') : '';
  if (nonce === '') {
    if ((await transport.size(fileName(secret, 1))) === null)
      throw new AppError('sync/pairing-refused');
    return { digits: null, key: null };
  }
  if (!timingSafeEqual(commitmentTo(bytesOf(nonce)), bytesOf(commitment)))
    throw new AppError('sync/pairing-refused');
  const { publicKey, privateKey } = sealing.deriveKeyPair(bytesOf(seed));
  const digits = digitsOf(secret, nonce, { publicKey: toBase64url(publicKey), name });
  const sealed = await transport.get(fileName(secret, 3));
  const content = sealed && sealing.openSealed(privateKey, handOverContext(secret), sealed);
  const key = content && readSetKey(parseJson(fromUtf8(content) ?? ''));
  if (sealed && !key) throw new AppError('sync/pairing-refused');
  return { digits, key };
}
