import { openAesCbc, openAesGcm, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import {
  decodeBase32,
  decodeMotpSecret,
  makeOtp,
  readSecretKey,
  type Algorithm,
  type Otp,
  type OtpKind,
} from '../../otp';
import { type Fields, fields, isFields, list, counter, number, text } from '../fields';
import type { Format, ReadTools } from '../Format';
import { iconSlug } from '../iconSlug';
import { openJson, parseUnauthenticatedJson } from '../openJson';
import { readRows } from '../readRows';
import type { SourceFile } from '../SourceFile';
import { toImported } from '../toImported';

const strongMark = 'AUTHENTICATORPRO';
const legacyMark = 'AuthenticatorPro';
const kinds: readonly OtpKind[] = ['totp', 'hotp', 'totp', 'motp', 'steam', 'yandex'];
const algorithms: readonly Algorithm[] = ['SHA1', 'SHA256', 'SHA512'];

/** The backups of Stratum (formerly Authenticator Pro): plain JSON, and two generations of encryption. */
export const stratum: Format = {
  app: 'Stratum',
  recognize: (file) =>
    (isFields(file.json) && Array.isArray(file.json['Authenticators'])) || markOf(file) !== '',
  read: async (file, tools) => {
    const backup = markOf(file) ? await decrypt(file, tools) : fields(file.json);
    return backup && readBackup(backup);
  },
};

function markOf({ bytes }: SourceFile): string {
  const mark = String.fromCharCode(...bytes.subarray(0, strongMark.length));
  return mark === strongMark || mark === legacyMark ? mark : '';
}

async function decrypt(file: SourceFile, { password, derive }: ReadTools): Promise<Fields | null> {
  if (password === null) return null;
  const isStrong = markOf(file) === strongMark;
  const [saltLength, nonceLength] = isStrong ? [16, 12] : [20, 16];
  const body = file.bytes.subarray(strongMark.length);
  const salt = body.subarray(0, saltLength);
  const nonce = body.subarray(saltLength, saltLength + nonceLength);
  const sealed = body.subarray(saltLength + nonceLength);
  const base = { password: utf8(password), salt };
  const key = await derive(
    isStrong
      ? { ...base, kind: 'argon2id', memory: 65_536, passes: 3, lanes: 4 }
      : { ...base, kind: 'pbkdf2', hash: 'SHA-1', iterations: 64_000, length: 32 },
  );
  return fields(
    isStrong
      ? openJson(await openAesGcm({ key, nonce }, sealed))
      : parseUnauthenticatedJson(await openAesCbc({ key, iv: nonce }, sealed)),
  );
}

function readBackup(backup: Fields) {
  const names = new Map(
    list(backup['Categories'])
      .map(fields)
      .map((row) => [row['Id'], text(row['Name'])]),
  );
  const bindings = list(backup['AuthenticatorCategories']).map(fields);
  // Returns the tags of an account. The file links categories to secrets, because accounts have no other id.
  const tagsOf = (secret: unknown): string[] =>
    bindings
      .filter((row) => row['AuthenticatorSecret'] === secret)
      .map((row) => names.get(row['CategoryId']) ?? '')
      .filter((tag) => tag !== '');
  return readRows(
    list(backup['Authenticators']).map(fields),
    (row) =>
      toImported(
        { issuer: text(row['Issuer']), account: text(row['Username']), otp: readOtp(row) },
        { tags: tagsOf(row['Secret']), icon: iconOf(text(row['Icon'])) },
      ),
    (row) => text(row['Issuer']) || text(row['Username']),
    (row) => isOwnIcon(text(row['Icon'])),
  );
}

/** Whether the icon is a picture of the user's own. Its name is an @ and the hash of the picture. */
const isOwnIcon = (icon: string): boolean => icon.startsWith('@');

const iconOf = (icon: string): string => (isOwnIcon(icon) ? '' : iconSlug(icon));

function readOtp(row: Fields): Otp {
  const kind = kinds[number(row['Type']) ?? 2];
  if (!kind || row['Type'] === 0)
    throw new AppError('otp/unknown-type', { type: text(row['Type']).slice(0, 12) });
  const algorithm = algorithms[number(row['Algorithm']) ?? 0];
  if (!algorithm)
    throw new AppError('otp/unknown-algorithm', { algorithm: text(row['Algorithm']).slice(0, 24) });
  const secret = text(row['Secret']);
  return makeOtp({
    kind,
    secret:
      kind === 'motp'
        ? decodeMotpSecret(secret)
        : kind === 'yandex'
          ? decodeBase32(secret)
          : readSecretKey(secret),
    algorithm,
    digits: number(row['Digits']),
    period: number(row['Period']),
    counter: counter(row['Counter']),
    pin: text(row['Pin']),
  });
}
