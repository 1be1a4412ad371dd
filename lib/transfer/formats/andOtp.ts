import { openAesGcm, sha256, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import {
  decodeBase32,
  decodeMotpSecret,
  makeOtp,
  readAlgorithm,
  readSecretKey,
  type Otp,
  type OtpKind,
} from '../../otp';
import { type Fields, fields, isFields, list, counter, number, text } from '../fields';
import type { Format, ReadTools } from '../Format';
import type { ImportedAccount } from '../ImportedAccount';
import { iconSlug } from '../iconSlug';
import { looksRandom } from '../looksRandom';
import { openJson } from '../openJson';
import { readRows } from '../readRows';
import type { SourceFile } from '../SourceFile';
import { toImported } from '../toImported';

const kinds: Readonly<Record<string, OtpKind>> = {
  TOTP: 'totp',
  HOTP: 'hotp',
  STEAM: 'steam',
  MOTP: 'motp',
};
const [countLength, saltLength, nonceLength] = [4, 12, 12];

/** andOTP's backups: plain JSON, and two encrypted forms without a header. */
export const andOtp: Format = {
  app: 'andOTP',
  recognize: (file) =>
    list(file.json).some(
      (row) => isFields(row) && 'secret' in row && 'label' in row && 'type' in row,
    ) ||
    (file.text === null && looksRandom(file.bytes)),
  isGuess: ({ json }) => json === undefined,
  read: async (file, tools) => {
    const rows = file.json === undefined ? await decrypt(file, tools) : list(file.json);
    return (
      rows &&
      readRows(rows.map(fields), readEntry, (row) => text(row['issuer']) || text(row['label']))
    );
  },
};

/**
 * Decrypts either encrypted form. The newer form begins with the number of rounds. The older form has no rounds,
 * because its key is a plain hash of the password.
 */
async function decrypt(
  { bytes }: SourceFile,
  { password, derive }: ReadTools,
): Promise<readonly unknown[] | null> {
  if (password === null) return null;
  const iterations = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (iterations >= 1_000 && iterations <= 10_000_000) {
    const salt = bytes.subarray(countLength, countLength + saltLength);
    const sealed = bytes.subarray(countLength + saltLength);
    const key = await derive({
      kind: 'pbkdf2',
      hash: 'SHA-1',
      password: utf8(password),
      salt,
      iterations,
      length: 32,
    });
    const opened = await open({ key, sealed });
    if (opened) return list(openJson(opened));
  }
  return list(openJson(await open({ key: sha256(utf8(password)), sealed: bytes })));
}

const open = ({ key, sealed }: { readonly key: Uint8Array; readonly sealed: Uint8Array }) =>
  openAesGcm({ key, nonce: sealed.subarray(0, nonceLength) }, sealed.subarray(nonceLength));

function readEntry(row: Fields): ImportedAccount {
  const label = text(row['label']);
  // Older versions stored the issuer in the label: `Issuer - Issuer:name`.
  const [, before = '', after = label] =
    'issuer' in row ? [] : (/^(?:.* - )?([^:]*):(.*)$/s.exec(label) ?? []);
  return toImported(
    { issuer: text(row['issuer']) || before.trim(), account: after.trim(), otp: readOtp(row) },
    {
      tags: list(row['tags'])
        .map(text)
        .filter((tag) => tag !== ''),
      icon: iconSlug(text(row['thumbnail'])),
    },
  );
}

function readOtp(row: Fields): Otp {
  const type = text(row['type']).toUpperCase();
  const kind = kinds[type];
  if (!kind) throw new AppError('otp/unknown-type', { type: type.slice(0, 12) });
  const secret = text(row['secret']);
  return makeOtp({
    kind,
    // Decodes an mOTP secret, which is stored as base32 of its hexadecimal digits.
    secret:
      kind === 'motp'
        ? decodeMotpSecret(new TextDecoder().decode(decodeBase32(secret)))
        : readSecretKey(secret),
    algorithm: readAlgorithm(text(row['algorithm'])),
    digits: number(row['digits']),
    period: number(row['period']),
    counter: counter(row['counter']),
    pin: text(row['pin']),
  });
}
