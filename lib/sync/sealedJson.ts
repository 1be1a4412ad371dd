import {
  concat,
  fromUtf8,
  hkdfSha256,
  lengthPrefixed,
  nonceLength,
  seal,
  tagLength,
  unseal,
  utf8,
  type Random,
} from '../crypto';
import { parseJson } from './parseJson';

/** The purpose of a small sealed file. The file opens only for the purpose for which it was sealed. */
export interface Purpose {
  readonly key: Uint8Array;
  /** The use of the file, such as `join` or `recovery`. */
  readonly use: string;
  /** The file's name. */
  readonly name: string;
}

const domain = 'tessera-sync/1';

const keyOf = ({ key, use }: Purpose) =>
  hkdfSha256({ key, salt: utf8(domain), info: lengthPrefixed([use]) });
const contextOf = ({ use, name }: Purpose) => lengthPrefixed([domain, use, name]);

/**
 * Seals a value as JSON under HKDF(key, salt: domain, info: use). Returns a nonce of 24 bytes, followed by the
 * sealed bytes with their tag.
 */
export function sealJson(purpose: Purpose, value: unknown, random: Random): Uint8Array {
  const nonce = random(nonceLength);
  const content = utf8(JSON.stringify(value));
  return concat(nonce, seal({ key: keyOf(purpose), nonce, context: contextOf(purpose) }, content));
}

/** Opens what `sealJson` returned. Returns null if the bytes weren't sealed for this purpose. */
export function openJson(purpose: Purpose, bytes: Uint8Array): unknown {
  if (bytes.length < nonceLength + tagLength) return null;
  const nonce = bytes.subarray(0, nonceLength);
  const content = unseal(
    { key: keyOf(purpose), nonce, context: contextOf(purpose) },
    bytes.subarray(nonceLength),
  );
  return content && parseJson(fromUtf8(content) ?? '');
}
