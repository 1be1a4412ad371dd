import type { Otp, OtpAccount } from '../../otp';
import type { EntryDraft, Vault } from '../../vault';
import type { Candidate } from './Candidate';

/** The part of lib/otp that knows of PINs. */
export interface PinReader {
  readonly needsPin: (otp: Otp) => boolean;
  /** Throws `otp/bad-pin`. */
  readonly makeOtp: (given: Otp) => Otp;
}

/** The account with the PIN that was typed for it; with none while the text can't be one. */
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

/** Whether it would show codes: one whose PIN is still missing would not, and is left out. */
export const isReady = ({ asksPin, account }: Candidate): boolean =>
  !asksPin || account.otp.pin !== '';

/** Whether it comes into the vault. */
export const isChosen = (candidate: Candidate): boolean =>
  candidate.choice !== 'skip' && isReady(candidate);

/** Imports what is selected in one transaction. Returns the number of accounts and the undo. */
export async function saveSelected(
  vault: Pick<Vault, 'importEntries'>,
  candidates: readonly Candidate[],
): Promise<{ readonly count: number; readonly undo: () => Promise<void> }> {
  const chosen = candidates.filter(isChosen);
  const drafts: EntryDraft[] = [];
  const replaced = new Map<string, Otp>();
  for (const { account, known, choice } of chosen) {
    // Of two that would replace the same entry one does, and the other is kept beside it.
    if (choice === 'replace' && known && !replaced.has(known.id))
      replaced.set(known.id, account.otp);
    else drafts.push(account);
  }
  if (chosen.length === 0) return { count: 0, undo: () => Promise.resolve() };
  const { undo } = await vault.importEntries(drafts, replaced);
  return { count: chosen.length, undo };
}
