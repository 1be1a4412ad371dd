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

/** What a small sealed file is for: it opens for nothing else. */
export interface Purpose {
  readonly key: Uint8Array;
  /** Such as `join` or `recovery`. */
  readonly use: string;
  /** The file's name. */
  readonly name: string;
}

const domain = 'tessera-sync/1';

const keyOf = ({ key, use }: Purpose) =>
  hkdfSha256({ key, salt: utf8(domain), info: lengthPrefixed([use]) });
const contextOf = ({ use, name }: Purpose) => lengthPrefixed([domain, use, name]);

/** A nonce of 24 bytes, then the value as JSON, sealed under HKDF(key, salt: domain, info: use) with its tag. */
export function sealJson(purpose: Purpose, value: unknown, random: Random): Uint8Array {
  const nonce = random(nonceLength);
  const content = utf8(JSON.stringify(value));
  return concat(nonce, seal({ key: keyOf(purpose), nonce, context: contextOf(purpose) }, content));
}

/** The inverse of `sealJson`, or null where the bytes are not what was sealed under this key and name. */
export function openJson(purpose: Purpose, bytes: Uint8Array): unknown {
  if (bytes.length < nonceLength + tagLength) return null;
  const nonce = bytes.subarray(0, nonceLength);
  const content = unseal(
    { key: keyOf(purpose), nonce, context: contextOf(purpose) },
    bytes.subarray(nonceLength),
  );
  if (!content) return null;
  try {
    return JSON.parse(fromUtf8(content) ?? 'null');
  } catch {
    return null;
  }
}
