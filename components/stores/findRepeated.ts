import type { ImportedAccount } from '../../lib/transfer';

interface Found {
  readonly account: ImportedAccount;
  /** The index of the account's file in the import. */
  readonly file: number;
}

/** Returns the parameters of an account's codes as text. Accounts with different texts show different codes. */
const codesOf = ({ otp }: ImportedAccount): string =>
  [otp.kind, otp.algorithm, otp.digits, otp.period, otp.counter, otp.pin, otp.secret.join()].join(
    ' ',
  );

const namesOf = ({ issuer, account }: ImportedAccount): string =>
  `${issuer}\n${account}`.trim().toLowerCase();

/**
 * Returns for each account the name of an earlier account with the same codes, or null. Two accounts in one file
 * count as different if their names differ.
 */
export function findRepeated(found: readonly Found[]): readonly (string | null)[] {
  const earlier = new Map<string, Found[]>();
  return found.map((next) => {
    const key = codesOf(next.account);
    const same = earlier.get(key) ?? [];
    earlier.set(key, [...same, next]);
    const twin = same.find(
      ({ account, file }) => file !== next.file || namesOf(account) === namesOf(next.account),
    );
    return twin ? twin.account.issuer || twin.account.account : null;
  });
}
