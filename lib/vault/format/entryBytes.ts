import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../crypto';
import type { Entry } from '../entries/Entry';
import { trustedCast } from './trustedCast';

/** An entry as JSON has it: its secret as base64url. */
export type EntryJson = Omit<Entry, 'otp'> & {
  otp: Omit<Entry['otp'], 'secret'> & { secret: string };
};

export const entryToJson = (entry: Entry): EntryJson => ({
  ...entry,
  otp: { ...entry.otp, secret: toBase64url(entry.otp.secret) },
});

/** The inverse of `entryToJson`, or null where the secret is none. */
export function entryFromJson(json: EntryJson): Entry | null {
  const secret = fromBase64url(json.otp.secret);
  return secret && { ...json, otp: { ...json.otp, secret } };
}

/** The content of a record: the entry as JSON without its id, which is its place. */
export const entryToBytes = (entry: Entry): Uint8Array =>
  utf8(JSON.stringify({ ...entryToJson(entry), id: undefined }));

/** The inverse of `entryToBytes`, or null. The bytes come out of a sealed record, so the form is ours. */
export function entryFromBytes(id: string, bytes: Uint8Array): Entry | null {
  const text = fromUtf8(bytes);
  return text === null ? null : entryFromJson({ ...trustedCast<EntryJson>(JSON.parse(text)), id });
}
