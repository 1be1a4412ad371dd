import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../crypto';
import type { Entry, EntrySummary } from '../Entry';
import { known } from './known';

type Stored = Omit<Entry, 'id' | 'otp'> & {
  otp: Omit<Entry['otp'], 'secret'> & { secret: string };
};

/** The content of a record: the entry as JSON, its secret as base64url. Its id is its place. */
export function entryToBytes(entry: Entry): Uint8Array {
  const otp = { ...entry.otp, secret: toBase64url(entry.otp.secret) };
  return utf8(JSON.stringify({ ...entry, id: undefined, otp }));
}

/** The inverse of `entryToBytes`, or null. The bytes come out of a sealed record, so the form is ours. */
export function entryFromBytes(id: string, bytes: Uint8Array): Entry | null {
  const text = fromUtf8(bytes);
  if (text === null) return null;
  const fields = known<Stored>(JSON.parse(text));
  const secret = fromBase64url(fields.otp.secret);
  return secret && { ...fields, id, otp: { ...fields.otp, secret } };
}

/** What lists may see of an entry: neither its secret, its PIN nor its backup codes. */
export function summaryOf({ otp, backupCodes, ...entry }: Entry): EntrySummary {
  const { secret: _, pin: __, ...parameters } = otp;
  return {
    ...entry,
    otp: parameters,
    backupCodesLeft: backupCodes.filter(({ usedAt }) => usedAt === null).length,
    backupCodesTotal: backupCodes.length,
  };
}
