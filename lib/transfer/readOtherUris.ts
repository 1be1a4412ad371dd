import { AppError } from '../errors';
import { encodeHex, type OtpAccount, parseOtpUri, splitOtpUri } from '../otp';
import type { Fields } from './fields';
import type { UnreadableRow } from './ImportedAccount';
import { readTotpField } from './readTotpField';
import { secretOf } from './secretOf';
import { urisIn } from './urisIn';

/** The codes of items that stand in other places than the items' reader looks at. */
export interface OtherUris {
  readonly accounts: readonly OtpAccount[];
  readonly unreadable: readonly UnreadableRow[];
}

type Login = Pick<OtpAccount, 'issuer' | 'account'> & Partial<OtpAccount>;

const isDeleted = (item: Fields): boolean =>
  Boolean(item['deletedDate'] ?? item['trashed'] ?? item['deleted']);

/**
 * Reads the links in the notes and other fields of a JSON item. People keep second codes there, and codes that
 * the app has no field for. `login` gives names to links without names. Ignores links with the secret of `login`,
 * and items in the trash.
 */
export function readOtherUris(item: Fields, login: Login): OtherUris {
  const accounts: OtpAccount[] = [];
  const unreadable: UnreadableRow[] = [];
  const known = login.otp && encodeHex(login.otp.secret);
  for (const uri of isDeleted(item) ? [] : urisIn(item)) {
    if (isEmpty(uri) || (known !== undefined && secretOf(uri) === known)) continue;
    try {
      // A link of Google's export has several accounts.
      if (!parseOtpUri(uri)) throw new AppError('otp/several-uris');
      accounts.push(readTotpField(uri, login));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unreadable.push({ name: login.issuer, reason: error.code, facts: error.facts });
    }
  }
  return { accounts, unreadable };
}

/** Whether a link has no secret. Steam's own files have such links. */
const isEmpty = (uri: string): boolean => {
  const parts = splitOtpUri(uri);
  return parts?.scheme === 'otpauth' && !parts.params.get('secret');
};
