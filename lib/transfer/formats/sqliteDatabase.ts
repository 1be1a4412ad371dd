import { AppError } from '../../errors';
import { makeOtp, type OtpAccount } from '../../otp';
import { fromBase64 } from '../base64';
import { number, text } from '../fields';
import type { Format } from '../Format';
import { readOtpFields } from '../readOtpFields';
import { readRows } from '../readRows';
import { isSqlite, readSqlite, type SqliteRow } from '../sqlite';

/**
 * Databases from rooted phones, identified by their tables: Microsoft Authenticator (`PhoneFactor`), Google
 * Authenticator (`databases`) and Stratum. Throws `format/database` for any other database.
 */
export const sqliteDatabase: Format = {
  app: 'SQLite database',
  recognize: ({ bytes }) => isSqlite(bytes),
  read: ({ bytes }) => {
    const tables = open(bytes);
    const stratum = tables('authenticator');
    if (stratum) return readRows(stratum, readStratum, (row) => text(row['issuer']));
    const accounts = tables('accounts');
    const [first] = accounts ?? [];
    if (accounts && first && 'oath_secret_key' in first)
      return readRows(accounts, readMicrosoft, (row) => text(row['name']));
    if (accounts && first && 'secret' in first)
      return readRows(accounts, readGoogle, (row) => text(row['issuer']) || text(row['email']));
    throw new AppError('format/database');
  },
};

/** Reads the tables of a database. Throws `format/database` if they can't be read. */
function open(bytes: Uint8Array<ArrayBuffer>): ReturnType<typeof readSqlite> {
  try {
    return readSqlite(bytes);
  } catch (cause) {
    throw new AppError('format/database', {}, { cause });
  }
}

/**
 * Reads an account of Microsoft Authenticator. Type 0 is TOTP. Type 1 is a Microsoft account (8 digits, base64).
 * Type 2 is a work or school account, whose secret isn't in the file.
 */
function readMicrosoft(row: SqliteRow): OtpAccount | null {
  const key = text(row['oath_secret_key']);
  if (key === '') return null;
  const names = { issuer: text(row['name']), account: text(row['username']) };
  if (row['account_type'] === 1) {
    const secret = fromBase64(key);
    if (!secret) throw new AppError('otp/bad-secret');
    return { ...names, otp: makeOtp({ secret, digits: 8 }) };
  }
  if (row['account_type'] !== 0)
    throw new AppError('otp/unknown-type', { type: String(row['account_type']) });
  return { ...names, otp: readOtpFields({ secret: key }) };
}

function readGoogle(row: SqliteRow): OtpAccount {
  if (row['isencrypted'] === 1) throw new AppError('format/wrong-password');
  const type = { 0: 'totp', 1: 'hotp' }[Number(row['type'])] ?? String(row['type']);
  const issuer = text(row['issuer']);
  const email = text(row['email']);
  const isPrefixed = issuer !== '' && email.startsWith(`${issuer}:`);
  return {
    issuer,
    account: isPrefixed ? email.slice(issuer.length + 1).trim() : email,
    otp: readOtpFields({ secret: row['secret'], type, counter: row['counter'] }),
  };
}

const stratumTypes: Readonly<Record<number, string>> = {
  1: 'hotp',
  2: 'totp',
  3: 'motp',
  4: 'steam',
  5: 'yandex',
};

function readStratum(row: SqliteRow): OtpAccount {
  const type = stratumTypes[Number(row['type'])] ?? String(row['type']);
  const algorithm = ['SHA1', 'SHA256', 'SHA512'][number(row['algorithm']) ?? 0];
  if (!algorithm)
    throw new AppError('otp/unknown-algorithm', { algorithm: String(row['algorithm']) });
  return {
    issuer: text(row['issuer']),
    account: text(row['username']),
    otp: readOtpFields({
      type,
      algorithm,
      secret: row['secret'],
      digits: row['digits'],
      period: row['period'],
      counter: row['counter'],
      pin: row['pin'],
    }),
  };
}
