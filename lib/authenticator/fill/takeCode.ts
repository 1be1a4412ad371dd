import type { Clock } from '../../clock';
import type { Otp } from '../../otp';
import type { EntrySummary, Vault } from '../../vault';

export interface TakeCodeDeps {
  readonly vault: Pick<Vault, 'get' | 'update'>;
  readonly codeAt: (otp: Otp, now: number) => string;
  readonly clock: Clock;
}

/**
 * Returns an account's current code. For HOTP, stores the next counter before it returns the code of the current
 * counter.
 */
export async function takeCode(
  { vault, codeAt, clock }: TakeCodeDeps,
  { id, otp }: Pick<EntrySummary, 'id' | 'otp'>,
): Promise<string> {
  if (otp.kind !== 'hotp') return codeAt((await vault.get(id)).otp, clock());
  let code = '';
  await vault.update(id, (entry) => {
    code = codeAt(entry.otp, clock());
    return { otp: { ...entry.otp, counter: entry.otp.counter + 1 } };
  });
  return code;
}
