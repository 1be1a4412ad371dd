import type { Entry, EntrySummary } from '../entries/Entry';

/** What lists may see of an entry: neither its secret, its PIN nor its backup codes. */
export function summaryOf({ otp, backupCodes, ...entry }: Entry): EntrySummary {
  const { secret: _, pin: __, ...parameters } = otp;
  return {
    ...entry,
    otp: parameters,
    backupCodesLeft: backupCodes.filter(({ usedAt }) => usedAt === null).length,
    backupCodesTotal: backupCodes.length,
  };
}
