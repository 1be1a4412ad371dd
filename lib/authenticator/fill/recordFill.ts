import type { Clock } from '../../clock';
import type { Vault } from '../../vault';

/**
 * Records that a page took an account's code. For HOTP, increments the counter past the used code, unless the
 * counter is already higher.
 */
export const recordFill = (
  vault: Pick<Vault, 'update'>,
  clock: Clock,
  { id, step }: { readonly id: string; readonly step: number },
): Promise<void> =>
  vault.update(id, ({ useCount, otp }) => ({
    useCount: useCount + 1,
    usedAt: clock(),
    ...(otp.kind === 'hotp' && { otp: { ...otp, counter: Math.max(otp.counter, step + 1) } }),
  }));
