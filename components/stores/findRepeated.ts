import type { ImportedAccount } from '../../lib/transfer';

interface Found {
  readonly account: ImportedAccount;
  /** The file of the import. */
  readonly file: number;
}

/** The parameters of the codes: accounts that differ in them show different codes. */
const codesOf = ({ otp }: ImportedAccount): string =>
  [otp.kind, otp.algorithm, otp.digits, otp.period, otp.counter, otp.pin, otp.secret.join()].join(
    ' ',
  );

const namesOf = ({ issuer, account }: ImportedAccount): string =>
  `${issuer}\n${account}`.trim().toLowerCase();

/**
 * For each account, returns the name of an earlier one with the same codes if it is the same account:
 * with the same names, or in another file. Null for accounts that one file distinguishes by their names.
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
