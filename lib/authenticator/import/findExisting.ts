import type { Otp, OtpAccount } from '../../otp';
import type { EntrySummary, Vault } from '../../vault';
import type { Known } from './Candidate';

type Named = Pick<EntrySummary, 'id' | 'issuer' | 'account'> & {
  readonly otp: Pick<Otp, 'kind'>;
};

/** Whether an entry is to be compared with an account by its secret. */
export type Comparable = (account: OtpAccount, entry: Named) => boolean;

const plain = (name: string): string => name.trim().toLowerCase();

const sameNames: Comparable = (a, b) =>
  plain(a.issuer) === plain(b.issuer) && plain(a.account) === plain(b.account);

export const sameKind: Comparable = (a, b) => a.otp.kind === b.otp.kind;

/** For a few accounts: only what shares a name with them is decrypted, for a vault may hold thousands. */
export const sharesName: Comparable = (a, b) =>
  sameKind(a, b) && (plain(a.issuer) === plain(b.issuer) || plain(a.account) === plain(b.account));

const sameSecret = (a: Otp, b: Otp): boolean =>
  a.kind === b.kind &&
  a.secret.length === b.secret.length &&
  a.secret.every((byte, i) => byte === b.secret[i]);

/** Whether the same secret shows the same codes; a PIN that is not known is no other one. */
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

/** Whole entries. One that is damaged is left out: it must not stand in the way of what comes. */
async function readable(vault: Pick<Vault, 'getMany'>, ids: readonly string[]) {
  try {
    return await vault.getMany(ids);
  } catch {
    const each = await Promise.allSettled(ids.map((id) => vault.getMany([id])));
    return each.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  }
}

/**
 * For each account the entry that it is already, by its secret before its names; null where there is none.
 * The entries to be compared are decrypted in one reading.
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
