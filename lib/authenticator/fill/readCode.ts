import type { Clock } from '../../clock';
import { codeAt, stepOf } from '../../otp';
import type { EntrySummary, Vault } from '../../vault';

/** A code that hasn't been used yet. */
export interface FreshCode {
  readonly code: string;
  /** The counter of an HOTP account; otherwise the time step. */
  readonly step: number;
}

/**
 * Returns an account's current code, which for HOTP is the code of the account's counter. Doesn't keep the
 * decrypted secret.
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
