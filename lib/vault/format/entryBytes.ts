import { fromUtf8, toBase64url, utf8 } from '../../crypto';
import type { Entry } from '../entries/Entry';
import { readEntry } from './readEntry';

/** An entry as JSON, with its secret in base64url. */
export type EntryJson = Omit<Entry, 'otp'> & {
  otp: Omit<Entry['otp'], 'secret'> & { secret: string };
};

export const entryToJson = (entry: Entry): EntryJson => ({
  ...entry,
  otp: { ...entry.otp, secret: toBase64url(entry.otp.secret) },
});

/** Encodes the content of a record: the entry as JSON without its id, because the id is the record's key. */
export const entryToBytes = (entry: Entry): Uint8Array =>
  utf8(JSON.stringify({ ...entryToJson(entry), id: undefined }));

/** Decodes the result of `entryToBytes`. Returns null if the content isn't a valid entry. */
export function entryFromBytes(id: string, bytes: Uint8Array): Entry | null {
  try {
    const fields: unknown = JSON.parse(fromUtf8(bytes) ?? '');
    return typeof fields === 'object' && fields !== null ? readEntry({ ...fields, id }) : null;
  } catch {
    return null;
  }
}
