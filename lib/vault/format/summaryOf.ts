import type { Entry, EntrySummary } from '../entries/Entry';

/** Returns what lists show of an entry. The result has no secret, PIN or backup codes. */
export function summaryOf({ otp, backupCodes, sync: _sync, ...entry }: Entry): EntrySummary {
  const { secret: _, pin: __, ...parameters } = otp;
  return {
    ...entry,
    otp: parameters,
    backupCodesLeft: backupCodes.filter(({ usedAt }) => usedAt === null).length,
    backupCodesTotal: backupCodes.length,
  };
}
