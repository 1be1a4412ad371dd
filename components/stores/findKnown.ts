import type { OtpAccount } from '../../lib/otp';
import type { EntrySummary, Vault } from '../../lib/vault';
import type { Known } from './ScanState';

const plain = (name: string): string => name.trim().toLowerCase();

const sameNames = (a: Pick<OtpAccount, 'issuer' | 'account'>, b: EntrySummary): boolean =>
  plain(a.issuer) === plain(b.issuer) && plain(a.account) === plain(b.account);

/** Only an entry that shares a name is decrypted to compare: a vault may hold thousands. */
const related = (a: OtpAccount, b: EntrySummary): boolean =>
  a.otp.kind === b.otp.kind &&
  (plain(a.issuer) === plain(b.issuer) || plain(a.account) === plain(b.account));

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

const known = ({ id, issuer, account }: EntrySummary, same: Known['same']): Known => ({
  id,
  issuer,
  account,
  same,
});

/** For each account the entry that it is already, by its secret before its names; null where there is none. */
export async function findKnown(
  vault: Pick<Vault, 'list' | 'get'>,
  accounts: readonly OtpAccount[],
): Promise<readonly (Known | null)[]> {
  const entries = await vault.list();
  return Promise.all(
    accounts.map(async (account) => {
      for (const entry of entries.filter((each) => related(account, each)))
        if (sameBytes((await vault.get(entry.id)).otp.secret, account.otp.secret))
          return known(entry, 'secret');
      const namesake = entries.find((entry) => sameNames(account, entry));
      return namesake ? known(namesake, 'names') : null;
    }),
  );
}
