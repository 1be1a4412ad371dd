import { encodeBase32, formatOtpUri } from '../otp';
import { fileName } from './fileName';
import type { WriteTools, Written } from './Format';
import type { ImportedAccount } from './ImportedAccount';
import { splitBy } from './splitBy';
import { uuid } from './uuid';

/**
 * Writes a plain export of Bitwarden: logins without passwords. Supports TOTP and Steam. An account's first tag
 * becomes its folder.
 */
export function writeBitwarden(
  accounts: readonly ImportedAccount[],
  { random, now }: WriteTools,
): Written {
  const [carried, left] = splitBy(
    accounts,
    ({ otp }) => otp.kind === 'totp' || otp.kind === 'steam',
  );
  const names = [...new Set(carried.flatMap(({ tags }) => tags?.slice(0, 1) ?? []))];
  const folders = names.map((name) => ({ id: uuid(random), name }));
  const items = carried.map((account) => ({
    id: uuid(random),
    organizationId: null,
    folderId: folders.find(({ name }) => name === account.tags?.[0])?.id ?? null,
    type: 1,
    reprompt: 0,
    name: account.issuer || account.account,
    notes: account.note ?? null,
    favorite: account.pinned ?? false,
    login: {
      uris: account.hosts?.map((host) => ({ match: null, uri: `https://${host}` })) ?? [],
      username: account.account,
      password: null,
      totp: totpOf(account),
    },
    collectionIds: null,
  }));
  const text = JSON.stringify({ encrypted: false, folders, items }, null, 2);
  return { name: fileName('bitwarden', now, 'json'), text, left };
}

const totpOf = (account: ImportedAccount): string =>
  account.otp.kind === 'steam'
    ? `steam://${encodeBase32(account.otp.secret)}`
    : formatOtpUri(account);
