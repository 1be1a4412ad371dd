import { openAesGcm, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import {
  makeOtp,
  parseOtpUri,
  readAlgorithm,
  readSecretKey,
  type OtpAccount,
  type OtpKind,
} from '../../otp';
import { type Fields, fields, firstText, isFields, list, counter, number, text } from '../fields';
import type { Format, ReadTools } from '../Format';
import { iconSlug } from '../iconSlug';
import type { ImportedAccount } from '../ImportedAccount';
import { openJson } from '../openJson';
import { readRows } from '../readRows';
import { withNewerSchema } from '../withNewerSchema';
import { base64Field } from '../requiredFields';
import { toImported } from '../toImported';

const kinds: Readonly<Record<string, OtpKind>> = { TOTP: 'totp', HOTP: 'hotp', STEAM: 'steam' };

const knownVersion = 4;

/** 2FAS backups of schemas 1 to 4. Newer schemas are read as far as their fields are known. */
export const twoFas = {
  app: '2FAS',
  recognize: ({ json }) =>
    isFields(json) && 'schemaVersion' in json && Array.isArray(json['services']),
  read: async ({ json }, tools) => {
    const file = fields(json);
    const version = number(file['schemaVersion']) ?? 1;
    const sealed = text(file['servicesEncrypted']);
    const services = sealed ? await decrypt(sealed, tools) : list(file['services']);
    const groups = new Map(
      list(file['groups'])
        .map(fields)
        .map(({ id, name }) => [id, text(name)]),
    );
    if (!services) return null;
    const rows = readRows(
      services.map(fields),
      (service) => readService(service, groups),
      (service) => firstText(service['name'], fields(service['otp'])['account']),
    );
    return withNewerSchema(rows, { version, known: knownVersion });
  },
} satisfies Format;

/**
 * Decrypts the services. Colons separate the ciphertext with its tag, the salt and the nonce. The app has a fixed
 * KDF cost.
 */
async function decrypt(
  sealed: string,
  { password, derive }: ReadTools,
): Promise<readonly unknown[] | null> {
  if (password === null) return null;
  const [data, salt, nonce] = sealed.split(':').map(base64Field);
  if (!data || !salt || !nonce) throw new AppError('format/damaged');
  const key = await derive({
    kind: 'pbkdf2',
    hash: 'SHA-256',
    password: utf8(password),
    salt,
    iterations: 10_000,
    length: 32,
  });
  return list(openJson(await openAesGcm({ key, nonce }, data)));
}

function readService(service: Fields, groups: ReadonlyMap<unknown, string>): ImportedAccount {
  const otp = fields(service['otp']);
  // In early versions, and for some accounts, only the link has the parameters.
  const link = linkOf(text(otp['link']));
  const type = text(otp['tokenType']).toUpperCase();
  const kind = type ? kinds[type] : (link?.otp.kind ?? 'totp');
  if (!kind) throw new AppError('otp/unknown-type', { type: type.slice(0, 12) });
  const [, afterIssuer = text(otp['label'])] = text(otp['label']).split(/:(.*)/s);
  return toImported(
    {
      issuer: firstText(service['name'], otp['issuer'], link?.issuer),
      account: firstText(otp['account'], afterIssuer, link?.account),
      otp: makeOtp({
        kind,
        secret: readSecretKey(text(service['secret'])),
        algorithm: otp['algorithm'] ? readAlgorithm(text(otp['algorithm'])) : link?.otp.algorithm,
        digits: number(otp['digits']) ?? link?.otp.digits,
        period: number(otp['period']) ?? link?.otp.period,
        counter: counter(otp['counter']) ?? link?.otp.counter,
      }),
    },
    {
      tags: [groups.get(service['groupId']) ?? ''].filter((tag) => tag !== ''),
      icon: iconOf(fields(service['icon'])),
    },
  );
}

/**
 * Returns the slug of an icon. Early versions named a brand; later the icon became a number that only the app
 * knows.
 */
const iconOf = (icon: Fields): string =>
  icon['selected'] === 'Brand' ? iconSlug(text(fields(icon['brand'])['id'])) : '';

/** Parses a link. Ignores a broken link, because other fields have the necessary data. */
function linkOf(link: string): OtpAccount | null {
  try {
    return parseOtpUri(link);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
