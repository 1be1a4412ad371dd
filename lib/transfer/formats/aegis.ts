import { concat, openAesGcm, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import { decodeBase32, makeOtp, readAlgorithm, readSecretKey, type OtpKind } from '../../otp';
import { type Fields, fields, isFields, list, counter, number, text } from '../fields';
import type { Format, ReadTools } from '../Format';
import type { ImportedAccount } from '../ImportedAccount';
import { openJson } from '../openJson';
import { readRows } from '../readRows';
import { base64Field, hexField, integerField } from '../requiredFields';
import { toImported } from '../toImported';
import { withNewerSchema } from '../withNewerSchema';

const kinds: Readonly<Record<string, OtpKind>> = {
  totp: 'totp',
  hotp: 'hotp',
  steam: 'steam',
  motp: 'motp',
  yandex: 'yandex',
};
const passwordSlot = 1;
const knownVersion = 1;
const knownDbVersion = 3;

/**
 * Aegis's vault file. https://github.com/beemdevelopment/Aegis/blob/master/docs/vault.md
 */
export const aegis = {
  app: 'Aegis',
  recognize: ({ json }) => isFields(json) && 'header' in json && 'db' in json,
  read: async ({ json }, tools) => {
    const file = fields(json);
    const version = number(file['version']);
    const isPlain = isFields(file['db']);
    // The encryption of a newer version is unknown.
    if (!isPlain && (version ?? 1) > knownVersion) throw new AppError('format/too-new');
    const db = isFields(file['db']) ? file['db'] : await decrypt(file, tools);
    return db && withNewerSchema(readDb(db), { version, known: knownVersion });
  },
} satisfies Format;

async function decrypt(file: Fields, { password, derive }: ReadTools): Promise<Fields | null> {
  if (password === null) return null;
  const header = fields(file['header']);
  const sealed = base64Field(file['db']);
  for (const slot of list(header['slots']).map(fields)) {
    if (slot['type'] !== passwordSlot) continue;
    const slotKey = await derive({
      kind: 'scrypt',
      password: utf8(password),
      salt: hexField(slot['salt']),
      cost: integerField(slot['n']),
      blockSize: integerField(slot['r']),
      lanes: integerField(slot['p']),
    });
    const masterKey = await openPart(slotKey, fields(slot['key_params']), hexField(slot['key']));
    if (masterKey?.length !== 32) continue;
    const db = openJson(await openPart(masterKey, fields(header['params']), sealed));
    if (!isFields(db)) throw new AppError('format/damaged');
    return db;
  }
  throw new AppError('format/wrong-password');
}

/** Opens a ciphertext whose nonce and tag are stored separately. */
const openPart = (key: Uint8Array, params: Fields, sealed: Uint8Array) =>
  openAesGcm({ key, nonce: hexField(params['nonce']) }, concat(sealed, hexField(params['tag'])));

function readDb(db: Fields) {
  const groups = new Map(
    list(db['groups'])
      .map(fields)
      .map(({ uuid, name }) => [uuid, text(name)]),
  );
  const rows = readRows(
    list(db['entries']).map(fields),
    (entry) => readEntry(entry, groups),
    (entry) => text(entry['issuer']) || text(entry['name']),
    (entry) => text(entry['icon']) !== '',
  );
  return withNewerSchema(rows, { version: number(db['version']), known: knownDbVersion });
}

function readEntry(entry: Fields, groups: ReadonlyMap<unknown, string>): ImportedAccount {
  const type = text(entry['type']).toLowerCase();
  const kind = kinds[type];
  if (!kind) throw new AppError('otp/unknown-type', { type: type.slice(0, 12) });
  const info = fields(entry['info']);
  // If the file says MD5, Aegis itself uses SHA-1, except for mOTP.
  const algorithm = text(info['algo']).toUpperCase() === 'MD5' ? 'SHA1' : text(info['algo']);
  const secret = text(info['secret']);
  const tags = [text(entry['group']), ...list(entry['groups']).map((id) => groups.get(id) ?? '')];
  return toImported(
    {
      issuer: text(entry['issuer']),
      account: text(entry['name']),
      otp: makeOtp({
        kind,
        secret: kind === 'totp' || kind === 'hotp' ? readSecretKey(secret) : decodeBase32(secret),
        algorithm: readAlgorithm(algorithm),
        digits: number(info['digits']),
        period: number(info['period']),
        counter: counter(info['counter']),
        pin: text(info['pin']),
      }),
    },
    {
      tags: tags.filter((tag) => tag !== ''),
      note: text(entry['note']),
      pinned: entry['favorite'] === true,
    },
  );
}
