import type { NamedEntry } from '../../../lib/authenticator/sync';

/** Returns the site and the account name. */
export const fullName = ({ issuer, account }: Pick<NamedEntry, 'issuer' | 'account'>): string =>
  [issuer, account].filter(Boolean).join(' · ');
