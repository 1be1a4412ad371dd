import type { Clock } from '../../clock';
import type { Vault } from '../../vault';

/**
 * Records a use of an account whose code a page took. For HOTP, moves the counter past the used code unless it is
 * there already.
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
