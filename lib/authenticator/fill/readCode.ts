import type { Clock } from '../../clock';
import { codeAt, stepOf } from '../../otp';
import type { EntrySummary, Vault } from '../../vault';

/** A code that was read and not used yet. */
export interface FreshCode {
  readonly code: string;
  /** Of HOTP the counter, otherwise the time step. */
  readonly step: number;
}

/** Returns the code of an account now, of HOTP that of its counter. Decrypts the secret for this alone. */
export async function readCode(
  vault: Pick<Vault, 'get'>,
  clock: Clock,
  { id }: Pick<EntrySummary, 'id'>,
): Promise<FreshCode> {
  const { otp } = await vault.get(id);
  const now = clock();
  return { code: codeAt(otp, now), step: otp.kind === 'hotp' ? otp.counter : stepOf(otp, now) };
}
