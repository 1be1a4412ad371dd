import { openAesGcm, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import { makeOtp, readAlgorithm } from '../../otp';
import { type Fields, fields, firstText, counter, number, text } from '../fields';
import type { Format, ReadTools } from '../Format';
import { openJson } from '../openJson';
import { readJavaMap } from '../readJavaMap';
import { readRows } from '../readRows';
import { integerField } from '../requiredFields';
import { signedBytes } from './freeOtpPlus';

/** FreeOTP 2's backup, a serialized Java map with plain account names and encrypted keys. */
export const freeOtp2: Format = {
  app: 'FreeOTP',
  recognize: ({ bytes }) => [0xac, 0xed, 0x00, 0x05].every((byte, at) => bytes[at] === byte),
  read: async ({ bytes }, tools) => {
    const map = readJavaMap(bytes);
    if (tools.password === null) return null;
    const master = await openMaster(json(map.get('masterKey')), tools.password, tools);
    const rows: { token: Fields; secret: Uint8Array }[] = [];
    for (const [name, value] of map) {
      const token = map.get(`${name}-token`);
      if (token === undefined) continue;
      const sealed = json(text(json(value)['key']));
      rows.push({ token: json(token), secret: await openKey(master, sealed) });
    }
    return readRows(
      rows,
      ({ token, secret }) => ({
        issuer: firstText(token['issuerAlt'], token['issuerExt'], token['issuerInt']),
        account: firstText(token['labelAlt'], token['label']),
        otp: makeOtp({
          kind: text(token['type']).toUpperCase() === 'HOTP' ? 'hotp' : 'totp',
          secret,
          algorithm: readAlgorithm(text(token['algo'])),
          digits: number(token['digits']),
          period: number(token['period']),
          counter: counter(token['counter']),
        }),
      }),
      ({ token }) => firstText(token['issuerExt'], token['label']),
    );
  },
};

const json = (value: string | undefined): Fields => fields(openJson(utf8(value ?? '')));

async function openMaster(
  master: Fields,
  password: string,
  { derive }: ReadTools,
): Promise<Uint8Array> {
  const hash = /SHA(1|256|512)$/i.exec(text(master['mAlgorithm']))?.[1];
  const key = await derive({
    kind: 'pbkdf2',
    hash: hash === '512' ? 'SHA-512' : hash === '256' ? 'SHA-256' : 'SHA-1',
    password: utf8(password),
    salt: bytesOf(master['mSalt']),
    iterations: integerField(master['mIterations']),
    length: 32,
  });
  return openKey(key, fields(master['mEncryptedKey']));
}

/** Decrypts a key that another key wraps. The key's purpose is authenticated too. */
async function openKey(key: Uint8Array, sealed: Fields): Promise<Uint8Array> {
  if (key.length !== 16 && key.length !== 32) throw new AppError('format/damaged');
  const nonce = nonceOf(bytesOf(sealed['mParameters']));
  const context = utf8(text(sealed['mToken']));
  const opened = await openAesGcm({ key, nonce, context }, bytesOf(sealed['mCipherText']));
  if (opened === null) throw new AppError('format/wrong-password');
  return opened;
}

/** Returns the nonce from DER: an octet string, either alone or first in a sequence with the tag's length. */
function nonceOf(der: Uint8Array): Uint8Array {
  const at = der[0] === 0x30 ? 2 : 0;
  const nonce = der.subarray(at + 2, at + 2 + (der[at + 1] ?? 0));
  if (der[at] !== 0x04 || nonce.length === 0) throw new AppError('format/damaged');
  return nonce;
}

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  try {
    return signedBytes(value);
  } catch (cause) {
    throw new AppError('format/damaged', {}, { cause });
  }
}
