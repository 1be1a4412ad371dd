import type { Act, View } from '../command';
import { policy } from '../policy';
import type { User } from '../records';
import { requireNotUsedUp, requireWithinLimit } from './limits';

const limitOf = ({ id }: User) => `new-codes ${id}`;

/**
 * Throws `too_many` if the limit of new backup codes is reached. Call this function before the ten hashes of the
 * codes are computed.
 */
export const requireNewCodesAllowed = (view: View, user: User): Promise<unknown> =>
  requireNotUsedUp(view, limitOf(user), policy.newCodes);

/** Counts one new set of backup codes. Throws `too_many` if the limit is reached. */
export const countNewCodes = (act: Act, user: User): Promise<void> =>
  requireWithinLimit(act, limitOf(user), policy.newCodes);
