import { interpret } from '../../../lib/authenticator/import';
import { decodeBase32, encodeBase32, makeOtp, type OtpAccount } from '../../../lib/otp';

/** The URIs that `enrollment` generates. */
const enrollment =
  /^otpauth:\/\/totp\/(?<issuer>\w+):(?<account>[\w.@]+)\?secret=(?<secret>\w+)&issuer=\k<issuer>$/;

/** Everything that identifies an account or affects its codes. */
const identityOf = ({ issuer, account, otp: { secret, ...settings } }: OtpAccount): string =>
  JSON.stringify([
    issuer,
    account,
    encodeBase32(secret),
    Object.entries(settings).toSorted(([one], [other]) => one.localeCompare(other)),
  ]);

/**
 * Returns the accounts of a drawn text. Takes the URI of a single account apart on its own, so that an error of the
 * extension's parser counts too.
 */
function accountsOf(text: string): readonly OtpAccount[] {
  if (!text.startsWith('otpauth://')) return interpret([text]).accounts;
  const { issuer, account, secret } = enrollment.exec(text)?.groups ?? {};
  if (issuer === undefined || account === undefined || secret === undefined)
    throw new RangeError('A text was drawn that `enrollment` doesn’t generate');
  return [{ issuer, account, otp: makeOtp({ kind: 'totp', secret: decodeBase32(secret) }) }];
}

/** Counts the accounts that the extension would offer for the texts that it read, but that weren't drawn. */
export function countWrongAccounts(read: readonly string[], drawn: readonly string[]): number {
  const right = new Set(drawn.flatMap(accountsOf).map(identityOf));
  return interpret(read).accounts.filter((account) => !right.has(identityOf(account))).length;
}
