import type { Otp, OtpAccount } from '../../otp';
import type { EntryDraft, Vault } from '../../vault';
import type { Candidate } from './Candidate';

/** The functions of lib/otp about PINs. */
export interface PinReader {
  readonly needsPin: (otp: Otp) => boolean;
  /** Throws `otp/bad-pin`. */
  readonly makeOtp: (given: Otp) => Otp;
}

/** Returns the account with its entered PIN, or without one while the text isn't valid. */
export function withPin<Account extends OtpAccount>(
  { makeOtp }: PinReader,
  account: Account,
  pin: string,
): Account {
  const bare = { ...account.otp, pin: '' };
  try {
    return { ...account, otp: makeOtp({ ...bare, pin: pin.trim() }) };
  } catch {
    return { ...account, otp: bare };
  }
}

/** Whether it can show codes. Accounts with a missing PIN can't, and are left out. */
export const isReady = ({ asksPin, account }: Candidate): boolean =>
  !asksPin || account.otp.pin !== '';

/** Whether to import it. */
export const isChosen = (candidate: Candidate): boolean =>
  candidate.choice !== 'skip' && isReady(candidate);

export interface Saved {
  /** The number of accounts, new and replaced. */
  readonly count: number;
  /** The ids of the new accounts. */
  readonly ids: readonly string[];
  readonly undo: () => Promise<void>;
}

/** Imports what is selected in one transaction. */
export async function saveSelected(
  vault: Pick<Vault, 'importEntries'>,
  candidates: readonly Candidate[],
): Promise<Saved> {
  const chosen = candidates.filter(isChosen);
  const drafts: EntryDraft[] = [];
  const replaced = new Map<string, Otp>();
  for (const { account, known, choice } of chosen) {
    // If two accounts would replace the same entry, one does and the other is added.
    if (choice === 'replace' && known && !replaced.has(known.id))
      replaced.set(known.id, account.otp);
    else drafts.push(account);
  }
  if (chosen.length === 0) return { count: 0, ids: [], undo: () => Promise.resolve() };
  const { ids, undo } = await vault.importEntries(drafts, replaced);
  return { count: chosen.length, ids, undo };
}
