import { concat, fromUtf8, sha256, timingSafeEqual, utf8 } from '../crypto';
import { AppError } from '../errors';
import { decodeHex } from '../otp';
import { openBlowfishEcb } from './blowfish';
import type { ReadTools } from './Format';

/** "WINAUTH3" in hexadecimal. A salt and a hash follow, which reveal a wrong password. */
const mark = '57494E4155544833';
const saltLength = 16;
const hashLength = 64;
const iterations = 2_000;
/** Number of bytes that Blowfish uses of the 256 bytes that WinAuth derives. */
const keyLength = 72;

/**
 * Decrypts a part of WinAuth's file from hexadecimal to text. `kinds` are the letters of the attribute
 * `encrypted`: y for a password, u and m for keys of Windows (DPAPI), a and b for a YubiKey. Throws
 * `format/windows-protected` for every kind but y. Throws `format/wrong-password` or `format/damaged`.
 */
export async function openWinAuth(
  data: string,
  kinds: string,
  { password, derive }: ReadTools,
): Promise<string> {
  if (!/^y*$/.test(kinds)) throw new AppError('format/windows-protected');
  const hex = data.replace(/\s/g, '').toUpperCase();
  if (!/^(?:[\dA-F]{2})+$/.test(hex)) throw new AppError('format/damaged');
  const isHashed = hex.startsWith(mark);
  const at = isHashed ? mark.length + saltLength + hashLength : 0;
  const [salt, sealed] = [hex.slice(at, at + saltLength), hex.slice(at + saltLength)];
  if (salt.length < saltLength || sealed === '') throw new AppError('format/damaged');
  const key = await derive({
    kind: 'pbkdf2',
    hash: 'SHA-1',
    password: utf8(password ?? ''),
    salt: decodeHex(salt),
    iterations,
    length: keyLength,
  });
  const opened = openBlowfishEcb({ key, sealed: decodeHex(sealed) });
  if (!opened) throw new AppError('format/wrong-password');
  if (isHashed) throwUnlessHash(hex.slice(mark.length, at), opened);
  const text = fromUtf8(opened);
  if (text === null) throw new AppError('format/wrong-password');
  return text.replace(/^\uFEFF/, '');
}

/** Throws `format/wrong-password` unless `head` is a salt, followed by the hash of the salt and the plaintext. */
function throwUnlessHash(head: string, plain: Uint8Array): void {
  const salt = decodeHex(head.slice(0, saltLength));
  const hash = sha256(concat(salt, plain));
  if (!timingSafeEqual(hash, decodeHex(head.slice(saltLength))))
    throw new AppError('format/wrong-password');
}
