import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { AppError } from '../../errors';
import { makeOtp, type Algorithm, type OtpAccount } from '../../otp';
import { fromBase64, toBase64 } from '../base64';
import type { ImportedAccount, Rows } from '../ImportedAccount';
import { readEach } from '../readEach';

/** The position of a QR code in its export. */
export interface MigrationBatch {
  /** Identifies the export. Newer apps omit the id, which then reads as 0. */
  readonly id: number;
  readonly size: number;
  /** Index of the QR code, from 0. */
  readonly index: number;
}

export interface Migration extends Rows {
  readonly batch: MigrationBatch;
}

/** One account of the protobuf message. */
interface Parameters {
  secret: Uint8Array;
  name: string;
  issuer: string;
  algorithm: number;
  digits: number;
  type: number;
  counter: number;
}

/** Field numbers of the message. Enum values are indexes into the lists below. */
const field = { secret: 1, name: 2, issuer: 3, algorithm: 4, digits: 5, type: 6, counter: 7 };
const batchField = { parameters: 1, version: 2, size: 3, index: 4, id: 5 };
const algorithms: readonly Algorithm[] = ['SHA1', 'SHA1', 'SHA256', 'SHA512'];
const digitCounts: readonly number[] = [6, 6, 8];
const hotp = 1;

/** Maximum number of accounts per QR code, so that the code stays readable for cameras. */
const batchLength = 10;

/**
 * Reads one QR code of Google Authenticator's export. Returns null for any other text. Throws `format/damaged`.
 * The period is always 30 seconds.
 */
export function readMigrationUri(text: string): Migration | null {
  const query = /^\s*otpauth-migration:\/\/offline\/?\?(.*?)\s*$/is.exec(text)?.[1];
  if (query === undefined) return null;
  const data = /(?:^|&)data=([^&#]*)/i.exec(query)?.[1] ?? '';
  const bytes = fromBase64(unescape(data).replaceAll(' ', '+'));
  if (!bytes || bytes.length === 0) throw new AppError('format/damaged');
  try {
    return readPayload(bytes);
  } catch (cause) {
    throw new AppError('format/damaged', {}, { cause });
  }
}

/** Decodes percent-encoded base64. Keeps invalid escapes, which then fail as base64. */
const unescape = (text: string): string =>
  text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

function readPayload(bytes: Uint8Array): Migration {
  const rows: Parameters[] = [];
  const batch = { id: 0, size: 1, index: 0 };
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag();
    if (number === batchField.parameters && wire === WireType.LengthDelimited) {
      rows.push(readParameters(reader.bytes()));
    } else if (wire !== WireType.Varint) reader.skip(wire, number);
    else if (number === batchField.size) batch.size = Math.max(reader.int32(), 1);
    else if (number === batchField.index) batch.index = Math.max(reader.int32(), 0);
    else if (number === batchField.id) batch.id = reader.int32();
    else reader.skip(wire, number);
  }
  return {
    ...readEach(rows, { read: toAccount, name: ({ issuer, name }) => issuer || name }),
    batch,
  };
}

function readParameters(bytes: Uint8Array): Parameters {
  const row: Parameters = {
    secret: new Uint8Array(),
    name: '',
    issuer: '',
    algorithm: 0,
    digits: 0,
    type: 0,
    counter: 0,
  };
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [number, wire] = reader.tag();
    if (wire === WireType.LengthDelimited && number === field.secret) row.secret = reader.bytes();
    else if (wire === WireType.LengthDelimited && number === field.name) row.name = reader.string();
    else if (wire === WireType.LengthDelimited && number === field.issuer)
      row.issuer = reader.string();
    else if (wire !== WireType.Varint) reader.skip(wire, number);
    else if (number === field.algorithm) row.algorithm = reader.int32();
    else if (number === field.digits) row.digits = reader.int32();
    else if (number === field.type) row.type = reader.int32();
    else if (number === field.counter) row.counter = Number(reader.int64());
    else reader.skip(wire, number);
  }
  return row;
}

function toAccount(row: Parameters): ImportedAccount {
  const algorithm = algorithms[row.algorithm];
  if (!algorithm) {
    const name = row.algorithm === 4 ? 'MD5' : row.algorithm;
    throw new AppError('otp/unknown-algorithm', { algorithm: name });
  }
  return {
    ...names(row),
    otp: makeOtp({
      kind: row.type === hotp ? 'hotp' : 'totp',
      secret: Uint8Array.from(row.secret),
      algorithm,
      // Some writers put the number of digits itself where the enum belongs.
      digits: digitCounts[row.digits] ?? row.digits,
      counter: row.counter,
    }),
  };
}

/**
 * Splits a name, which often repeats the issuer before a colon, or is the only field that contains the issuer.
 */
function names({ name, issuer }: Parameters): Pick<OtpAccount, 'issuer' | 'account'> {
  const colon =
    issuer && name.startsWith(`${issuer}:`) ? issuer.length : issuer ? -1 : name.indexOf(':');
  return {
    issuer: (issuer || name.slice(0, Math.max(colon, 0))).trim(),
    account: name.slice(colon + 1).trim(),
  };
}

/** Whether Google Authenticator supports the account: TOTP of 30 seconds or HOTP, with 6 or 8 digits. */
export const fitsMigration = ({ otp }: OtpAccount): boolean =>
  (otp.kind === 'hotp' || (otp.kind === 'totp' && otp.period === 30)) &&
  (otp.digits === 6 || otp.digits === 8);

/**
 * Returns the URIs to show as QR codes, in order, with up to 10 accounts each. Leaves out unsupported accounts
 * (see `fitsMigration`). `batchId` identifies this export; any number of 31 bits will do.
 */
export function writeMigrationUris(accounts: readonly OtpAccount[], batchId: number): string[] {
  const fitting = accounts.filter(fitsMigration);
  const size = Math.ceil(fitting.length / batchLength);
  return Array.from({ length: size }, (_, index) => {
    const writer = new BinaryWriter();
    for (const account of fitting.slice(index * batchLength, (index + 1) * batchLength)) {
      writer
        .uint32((batchField.parameters << 3) | WireType.LengthDelimited)
        .bytes(writeParameters(account));
    }
    const varint = (number: number, value: number) =>
      writer.uint32((number << 3) | WireType.Varint).int32(value);
    varint(batchField.version, 1);
    varint(batchField.size, size);
    varint(batchField.index, index);
    varint(batchField.id, batchId);
    return `otpauth-migration://offline?data=${encodeURIComponent(toBase64(writer.finish()))}`;
  });
}

function writeParameters({ issuer, account, otp }: OtpAccount): Uint8Array {
  const writer = new BinaryWriter();
  const text = (number: number, value: string) =>
    writer.uint32((number << 3) | WireType.LengthDelimited).string(value.toWellFormed());
  const varint = (number: number) => writer.uint32((number << 3) | WireType.Varint);
  // An app would read the part before a colon as the issuer.
  const needsPrefix = issuer ? account.startsWith(`${issuer}:`) : account.includes(':');
  writer.uint32((field.secret << 3) | WireType.LengthDelimited).bytes(otp.secret);
  text(field.name, needsPrefix ? `${issuer}:${account}` : account);
  text(field.issuer, issuer);
  varint(field.algorithm).int32(algorithms.lastIndexOf(otp.algorithm));
  varint(field.digits).int32(digitCounts.lastIndexOf(otp.digits));
  varint(field.type).int32(otp.kind === 'hotp' ? hotp : 2);
  if (otp.kind === 'hotp') varint(field.counter).int64(otp.counter);
  return writer.finish();
}
