import type * as kdbxwebTypes from 'kdbxweb';
import { AppError } from '../errors';
import { openTwofishCbc } from './twofish';

/** Twofish's UUID in the header of a KDBX file, as base64. */
const twofish = 'rWjyn1dvS7mjatR6+WU0bA==';

type Decrypt = (
  this: { readonly kdbx: kdbxwebTypes.Kdbx },
  data: ArrayBuffer,
  key: ArrayBuffer,
) => Promise<ArrayBuffer>;

const patched = new WeakSet<object>();

/** Adds Twofish to kdbxweb, the only cipher of KeePass and KeePassXC that kdbxweb lacks. */
export function addTwofish({ KdbxFormat }: typeof kdbxwebTypes): void {
  const prototype: object = KdbxFormat.prototype;
  if (patched.has(prototype)) return;
  patched.add(prototype);
  const decrypt: Decrypt = Reflect.get(prototype, 'decryptData');
  const decryptAny: Decrypt = function decryptData(data, key) {
    const { dataCipherUuid, encryptionIV } = this.kdbx.header;
    if (dataCipherUuid?.toString() !== twofish || !encryptionIV)
      return decrypt.call(this, data, key);
    const [iv, sealed] = [new Uint8Array(encryptionIV), new Uint8Array(data)];
    const opened = openTwofishCbc(new Uint8Array(key), { iv, sealed });
    // KDBX 3 checks no MAC before decryption, so wrong padding means a wrong password.
    return opened
      ? Promise.resolve(opened.buffer)
      : Promise.reject(new AppError('format/wrong-password'));
  };
  Reflect.set(prototype, 'decryptData', decryptAny);
}
