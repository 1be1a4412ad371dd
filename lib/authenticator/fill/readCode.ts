import type { Clock } from '../../clock';
import { codeAt, stepOf } from '../../otp';
import type { EntrySummary, Vault } from '../../vault';

/** A code that was computed but not used yet. */
export interface FreshCode {
  readonly code: string;
  /** The counter for HOTP, otherwise the time step. */
  readonly step: number;
}

/**
 * Returns an account's current code; for HOTP, the code at its counter. Decrypts the secret only for this call.
 */
export async function readCode(
  vault: Pick<Vault, 'get'>,
  clock: Clock,
  { id }: Pick<EntrySummary, 'id'>,
): Promise<FreshCode> {
  const { otp } = await vault.get(id);
  const now = clock();
  return { code: codeAt(otp, now), step: otp.kind === 'hotp' ? otp.counter : stepOf(otp, now) };
}
