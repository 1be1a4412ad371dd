import type { Clock } from '../../clock';
import { AppError } from '../../errors';
import { trustedCast } from '../format/trustedCast';
import type { StorageArea } from '../storage/StorageArea';
import type { Exclusive } from '../VaultDeps';

const name = 'vault.tries';
const attemptsBeforeDelay = 4;
const longest = 15 * 60_000;

interface FailedAttempts {
  readonly count: number;
  /** When the last attempt was made, in milliseconds since the Unix epoch. */
  readonly last: number;
}

/**
 * Returns the delay in milliseconds after `count` wrong passphrases in a row. The delay is 0 after up to three
 * wrong passphrases, then 2 s, 4 s, 8 s and so on, up to 15 min.
 */
const waitAfter = (count: number): number =>
  count < attemptsBeforeDelay
    ? 0
    : Math.min(longest, 2 ** (count - attemptsBeforeDelay + 1) * 1000);

/**
 * Delays attempts after wrong passphrases. The count survives browser restarts. If the storage fails, nothing is
 * counted, because a full disk must not lock the owner out. Anyone who can break the storage could also reset the
 * count.
 */
export function createAttemptLimiter(local: StorageArea, clock: Clock, exclusive: Exclusive) {
  const none: FailedAttempts = { count: 0, last: 0 };
  const read = async (): Promise<FailedAttempts> => {
    const values: Record<string, unknown> = await local.get(name).catch(() => ({}));
    return trustedCast<FailedAttempts | undefined>(values[name]) ?? none;
  };

  return {
    /**
     * Throws `vault/too-many-tries` with the seconds to wait. Call it before every attempt. The attempt counts as
     * wrong until `reset` is called, so that closing the page gains nothing.
     */
    begin: () =>
      exclusive('session', async () => {
        const { count, last } = await read();
        // If the clock was set back, the delay starts again with its full length.
        const since = Math.min(last, clock());
        const left = since + waitAfter(count) - clock();
        if (left > 0 && since < last)
          await local.set({ [name]: { count, last: since } }).catch(() => undefined);
        if (left > 0)
          throw new AppError('vault/too-many-tries', { seconds: Math.ceil(left / 1000) });
        const next: FailedAttempts = { count: count + 1, last: clock() };
        await local.set({ [name]: next }).catch(() => undefined);
      }),
    reset: () => local.remove(name).catch(() => undefined),
  };
}
