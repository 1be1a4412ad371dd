import { fromBase64url } from '../../crypto';
import { AppError } from '../../errors';
import { makeOtp, readAlgorithm, type Otp, type OtpKind } from '../../otp';
import type { BackupCode, Entry } from '../entries/Entry';
import { sharedId } from './sharedId';

/**
 * Maximum length of an issuer or account name in characters. A longer name is cut, and the full name is appended
 * to the note.
 */
const longestName = 256;

/** Limits far above anything that a released version could write, in characters and items. */
const longestText = 4_000;
const longestNote = 1_000_000;
const mostItems = 1_000;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kinds: readonly OtpKind[] = ['totp', 'hotp', 'steam', 'motp', 'yandex'];

/** Rejects the whole entry. Thrown and caught only in this file. */
class Refused extends Error {}

function check<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refused();
  return value;
}

const text = (value: unknown, longest = longestText): string =>
  check(typeof value === 'string' && value.length <= longest ? value : null);

/** Reads a finite number, such as a time or a position. */
const number = (value: unknown): number => check(Number.isFinite(value) ? Number(value) : null);
const count = (value: unknown): number =>
  check(Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null);
const time = (value: unknown): number | null => (value === null ? null : number(value));
const flag = (value: unknown): boolean => check(typeof value === 'boolean' ? value : null);

const list = <T>(value: unknown, item: (one: unknown) => T): T[] =>
  check(Array.isArray(value) && value.length <= mostItems ? value : null).map(item);

function backupCode(value: unknown): BackupCode {
  const fields = check(isFields(value) ? value : null);
  return { ...fields, code: text(fields['code']), usedAt: time(fields['usedAt']) };
}

function otpOf(value: unknown): Otp {
  const fields = check(isFields(value) ? value : null);
  const made = makeOtp({
    kind: check(kinds.find((kind) => kind === fields['kind'])),
    secret: check(fromBase64url(text(fields['secret']))),
    algorithm: check(readAlgorithm(text(fields['algorithm']))),
    digits: count(fields['digits']),
    period: count(fields['period']),
    counter: count(fields['counter']),
    pin: text(fields['pin']),
  });
  return { ...fields, ...made };
}

function entryOf(fields: Fields): Entry {
  const id = text(fields['id']);
  check(fromBase64url(id)?.length === 16 && id !== sharedId ? id : null);
  const names = {
    issuer: text(fields['issuer'], longestNote),
    account: text(fields['account'], longestNote),
  };
  const long = Object.values(names).filter((name) => name.length > longestName);
  const note = text(fields['note'], longestNote);
  return {
    ...fields,
    id,
    issuer: names.issuer.slice(0, longestName),
    account: names.account.slice(0, longestName),
    note: [note, ...long].filter(Boolean).join('\n'),
    otp: otpOf(fields['otp']),
    backupCodes: list(fields['backupCodes'], backupCode),
    tags: list(fields['tags'], (tag) => text(tag)),
    hosts: list(fields['hosts'], (host) => text(host)),
    icon: text(fields['icon']),
    pinned: flag(fields['pinned']),
    position: number(fields['position']),
    createdAt: number(fields['createdAt']),
    updatedAt: number(fields['updatedAt']),
    usedAt: time(fields['usedAt']),
    useCount: count(fields['useCount']),
    deletedAt: time(fields['deletedAt']),
  };
}

/**
 * Reads an entry from the JSON of a record or a backup. Checks the type and range of every field, whoever wrote
 * the JSON. Returns null if a field is invalid, so that no page ever gets an invalid entry. Keeps fields that
 * this version doesn't know.
 */
export function readEntry(value: unknown): Entry | null {
  if (!isFields(value)) return null;
  try {
    return entryOf(value);
  } catch (error) {
    if (error instanceof Refused || error instanceof AppError) return null;
    throw error;
  }
}
