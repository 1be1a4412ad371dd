import type { Entry, EntrySummary } from '../entries/Entry';

/** What lists may see of an entry: neither its secrets, its PIN nor its backup codes. */
export function summaryOf({ otp, backupCodes, sync: _sync, ...entry }: Entry): EntrySummary {
  const { secret: _, pin: __, ...parameters } = otp;
  return {
    ...entry,
    otp: parameters,
    backupCodesLeft: backupCodes.filter(({ usedAt }) => usedAt === null).length,
    backupCodesTotal: backupCodes.length,
  };
}
