import type { Otp, OtpAccount } from '../../otp';
import type { EntrySummary, Vault } from '../../vault';
import type { Known } from './Candidate';

type Named = Pick<EntrySummary, 'id' | 'issuer' | 'account'> & {
  readonly otp: Pick<Otp, 'kind'>;
};

/** Whether to compare an entry's secret with an account's. */
export type Comparable = (account: OtpAccount, entry: Named) => boolean;

const plain = (name: string): string => name.trim().toLowerCase();

const sameNames: Comparable = (a, b) =>
  plain(a.issuer) === plain(b.issuer) && plain(a.account) === plain(b.account);

export const sameKind: Comparable = (a, b) => a.otp.kind === b.otp.kind;

/** With few accounts, decrypts only entries that share a name with them: a vault may have thousands. */
export const sharesName: Comparable = (a, b) =>
  sameKind(a, b) && (plain(a.issuer) === plain(b.issuer) || plain(a.account) === plain(b.account));

const sameSecret = (a: Otp, b: Otp): boolean =>
  a.kind === b.kind &&
  a.secret.length === b.secret.length &&
  a.secret.every((byte, i) => byte === b.secret[i]);

/** Whether the same secret gives the same codes. An unknown PIN counts as equal. */
const sameSettings = (a: Otp, b: Otp): boolean =>
  a.algorithm === b.algorithm &&
  a.digits === b.digits &&
  a.period === b.period &&
  a.counter === b.counter &&
  (a.pin === b.pin || a.pin === '');

const known = ({ id, issuer, account }: Named, same: Known['same']): Known => ({
  id,
  issuer,
  account,
  same,
});

/** Returns whole entries. Skips damaged ones, which must not block an import. */
async function readable(vault: Pick<Vault, 'getMany'>, ids: readonly string[]) {
  try {
    return await vault.getMany(ids);
  } catch {
    const each = await Promise.allSettled(ids.map((id) => vault.getMany([id])));
    return each.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  }
}

/**
 * Finds for each account the entry that it already is, by secret first and then by names; null if there is
 * none. Decrypts the entries to compare in one read.
 */
export async function findExisting(
  vault: Pick<Vault, 'list' | 'getMany'>,
  accounts: readonly OtpAccount[],
  comparable: Comparable,
): Promise<readonly (Known | null)[]> {
  const entries = await vault.list();
  const wanted = entries.filter((entry) => accounts.some((account) => comparable(account, entry)));
  const whole = await readable(
    vault,
    wanted.map(({ id }) => id),
  );
  return accounts.map((account) => {
    const twins = whole.filter(({ otp }) => sameSecret(account.otp, otp));
    const equal = twins.find(({ otp }) => sameSettings(account.otp, otp));
    if (equal) return known(equal, 'secret');
    if (twins[0]) return known(twins[0], 'settings');
    const namesake = entries.find((entry) => sameNames(account, entry));
    return namesake ? known(namesake, 'names') : null;
  });
}
