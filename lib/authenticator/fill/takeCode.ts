import type { Clock } from '../../clock';
import type { Otp } from '../../otp';
import type { EntrySummary, Vault } from '../../vault';

export interface TakeCodeDeps {
  readonly vault: Pick<Vault, 'get' | 'update'>;
  readonly codeAt: (otp: Otp, now: number) => string;
  readonly clock: Clock;
}

/**
 * The code of an account now; decrypts the secret for this alone. HOTP: saves the next counter first, then
 * answers the code of the one that was saved over.
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
