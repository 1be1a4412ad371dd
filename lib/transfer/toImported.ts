import type { OtpAccount } from '../otp';
import type { ImportedAccount } from './ImportedAccount';

/** Combines an account with its other data. Leaves out empty fields. */
export const toImported = (
  { issuer, account, otp }: OtpAccount,
  more: {
    tags?: readonly string[];
    note?: string;
    pinned?: boolean;
    hosts?: readonly string[];
    icon?: string;
  } = {},
): ImportedAccount => ({
  issuer,
  account,
  otp,
  ...(more.tags?.length && { tags: more.tags }),
  ...(more.note && { note: more.note }),
  ...(more.pinned && { pinned: true }),
  ...(more.hosts?.length && { hosts: more.hosts }),
  ...(more.icon && { icon: more.icon }),
});
