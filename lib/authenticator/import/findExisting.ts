import type { Otp, OtpAccount } from '../../otp';
import type { ImportedAccount } from '../../transfer';
import type { EntrySummary, Vault } from '../../vault';
import type { Known } from './Candidate';
import { labelsToAdd } from './labelsToAdd';

type Named = Pick<EntrySummary, 'id' | 'issuer' | 'account'> & {
  readonly otp: Pick<Otp, 'kind'>;
};

/** Whether an account and an entry may be the same, so that their secrets must be compared. */
export type Comparable = (account: OtpAccount, entry: Named) => boolean;

const plain = (name: string): string => name.trim().toLowerCase();

const sameNames: Comparable = (a, b) =>
  plain(a.issuer) === plain(b.issuer) && plain(a.account) === plain(b.account);

export const sameKind: Comparable = (a, b) => a.otp.kind === b.otp.kind;

/**
 * Selects entries that share a name with the account. For a few accounts, this avoids decrypting the thousands of
 * entries that a vault may have.
 */
export const sharesName: Comparable = (a, b) =>
  sameKind(a, b) && (plain(a.issuer) === plain(b.issuer) || plain(a.account) === plain(b.account));

const sameSecret = (a: Otp, b: Otp): boolean =>
  a.kind === b.kind &&
  a.secret.length === b.secret.length &&
  a.secret.every((byte, i) => byte === b.secret[i]);

/** Whether two accounts with the same secret produce the same codes. A missing PIN counts as equal. */
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

/** Returns entries with their secrets. Skips damaged entries, because they must not block an import. */
async function readable(vault: Pick<Vault, 'getMany'>, ids: readonly string[]) {
  try {
    return await vault.getMany(ids);
  } catch {
    const each = await Promise.allSettled(ids.map((id) => vault.getMany([id])));
    return each.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  }
}

/**
 * Returns for each account the matching entry of the vault, or null. Matches by secret first, then by names.
 * Decrypts all compared entries in one read.
 */
export async function findExisting(
  vault: Pick<Vault, 'list' | 'getMany'>,
  accounts: readonly ImportedAccount[],
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
    if (equal) {
      const lacks = labelsToAdd(account, equal);
      return { ...known(equal, 'secret'), ...(lacks && { lacks }) };
    }
    if (twins[0]) return known(twins[0], 'settings');
    const namesake = entries.find((entry) => sameNames(account, entry));
    return namesake ? known(namesake, 'names') : null;
  });
}
