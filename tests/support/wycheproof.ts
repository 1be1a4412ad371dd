import {
  hkdfSha256,
  hmacSha256,
  inProcessDerive,
  openAesCbc,
  openAesGcm,
  seal,
  sealAesCbc,
  sealAesGcm,
  unseal,
} from '../../lib/crypto';

/** A vector of Wycheproof, with bytes in hexadecimal and sizes in bytes. Its fields depend on the file. */
export type Vector = Readonly<Record<string, string>> & {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly size: number;
  readonly iterationCount: number;
  readonly dkLen: number;
};

/** The header of a group of vectors, with sizes in bits. */
export interface Group {
  readonly keySize: number;
  readonly ivSize?: number;
  readonly tagSize: number;
  readonly tests: readonly Vector[];
}

export const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (two) => parseInt(two, 16));

export const toHex = (bytes: Uint8Array | null): string =>
  Array.from(bytes ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('');

const field = (vector: Vector, name: string) => fromHex(vector[name] ?? '');

type Check = (vector: Vector, group: Group) => boolean | Promise<boolean>;
interface SealKey {
  readonly key: Uint8Array;
  readonly nonce: Uint8Array;
  readonly context: Uint8Array;
}
type Sealing<T> = (sealKey: SealKey, text: Uint8Array) => T;

/** Checks that valid vectors match in both directions and that invalid vectors don't open. */
const aead =
  (
    sealing: Sealing<Uint8Array | Promise<Uint8Array>>,
    opening: Sealing<Uint8Array | null | Promise<Uint8Array | null>>,
  ): Check =>
  async (vector) => {
    const sealKey = {
      key: field(vector, 'key'),
      nonce: field(vector, 'iv'),
      context: field(vector, 'aad'),
    };
    const sealed = (vector['ct'] ?? '') + (vector['tag'] ?? '');
    const opened = await opening(sealKey, fromHex(sealed));
    if (vector.result === 'invalid') return opened === null;
    const message = field(vector, 'msg');
    return (
      opened !== null &&
      toHex(opened) === vector['msg'] &&
      toHex(await sealing(sealKey, message)) === sealed
    );
  };

const pbkdf2 =
  (hash: 'SHA-1' | 'SHA-256' | 'SHA-512'): Check =>
  async (vector) => {
    const key = await inProcessDerive({
      kind: 'pbkdf2',
      hash,
      password: field(vector, 'password'),
      salt: field(vector, 'salt'),
      iterations: vector.iterationCount,
      length: vector.dkLen,
    });
    return (toHex(key) === vector['dk']) === (vector.result === 'valid');
  };

/** The MAC of a vector, truncated to the length of its tags. */
export const mac =
  (hmac: (input: { key: Uint8Array; message: Uint8Array }) => Uint8Array): Check =>
  (vector, { tagSize }) => {
    const whole = hmac({ key: field(vector, 'key'), message: field(vector, 'msg') });
    return (
      (toHex(whole.subarray(0, tagSize / 8)) === vector['tag']) === (vector.result === 'valid')
    );
  };

const hkdf: Check = (vector) => {
  try {
    const [key, salt, info] = [field(vector, 'ikm'), field(vector, 'salt'), field(vector, 'info')];
    const made = toHex(hkdfSha256({ key, salt, info, length: vector.size }));
    return (made === vector['okm']) === (vector.result === 'valid');
  } catch {
    return vector.result === 'invalid';
  }
};

/** For each file of vectors, the function that checks a vector against the extension's code. */
export const checks: Readonly<Record<string, Check>> = {
  xchacha20_poly1305: aead(seal, unseal),
  aes_gcm: aead(sealAesGcm, openAesGcm),
  aes_cbc_pkcs5: aead(
    ({ key, nonce }, text) => sealAesCbc({ key, iv: nonce }, text),
    ({ key, nonce }, sealed) => openAesCbc({ key, iv: nonce }, sealed),
  ),
  hmac_sha256: mac(hmacSha256),
  hkdf_sha256: hkdf,
  pbkdf2_hmacsha1: pbkdf2('SHA-1'),
  pbkdf2_hmacsha256: pbkdf2('SHA-256'),
  pbkdf2_hmacsha512: pbkdf2('SHA-512'),
};
