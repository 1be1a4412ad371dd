import type { Otp, OtpAccount } from '../../otp';
import type { EntryDraft, Labels, Vault } from '../../vault';
import type { Candidate, Choice } from './Candidate';

/** The functions of lib/otp that handle PINs. */
export interface PinReader {
  readonly needsPin: (otp: Otp) => boolean;
  /** Validates parameters. Throws `otp/bad-pin` for an invalid PIN. */
  readonly makeOtp: (given: Otp) => Otp;
}

/** Returns the account with the entered PIN. If the text isn't a valid PIN, returns the account without a PIN. */
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

/** Whether the account can show codes. Accounts with a missing PIN can't, and aren't imported. */
export const isReady = ({ asksPin, account }: Candidate): boolean =>
  !asksPin || account.otp.pin !== '';

/** Whether the account will be imported. */
export const isChosen = (candidate: Candidate): boolean =>
  candidate.choice !== 'skip' && isReady(candidate);

/** Returns the choice of a user who selects this account. */
export const selected = ({ known }: Pick<Candidate, 'known'>): Choice =>
  known?.lacks ? 'merge' : 'add';

export interface Saved {
  /** Number of imported accounts: added, replaced and merged. */
  readonly count: number;
  /** Ids of the added accounts. */
  readonly ids: readonly string[];
  readonly undo: () => Promise<void>;
}

/** Joins the labels of two accounts that are both the same as one entry. */
const joined = (
  labels: Required<Labels>,
  { tags = [], hosts = [], pinned }: Labels = {},
): Labels => ({
  tags: [...tags, ...labels.tags],
  hosts: [...hosts, ...labels.hosts],
  pinned: labels.pinned || pinned === true,
});

/** Imports the selected accounts in one transaction. */
export async function saveSelected(
  vault: Pick<Vault, 'importEntries'>,
  candidates: readonly Candidate[],
): Promise<Saved> {
  const chosen = candidates.filter(isChosen);
  const drafts: EntryDraft[] = [];
  const replaced = new Map<string, Otp>();
  const labels = new Map<string, Labels>();
  for (const { account, known, choice } of chosen) {
    // If two accounts would replace the same entry, the first replaces it and the second is added.
    if (choice === 'replace' && known && !replaced.has(known.id))
      replaced.set(known.id, account.otp);
    else if (choice === 'merge' && known?.lacks)
      labels.set(known.id, joined(known.lacks, labels.get(known.id)));
    else drafts.push(account);
  }
  if (chosen.length === 0) return { count: 0, ids: [], undo: () => Promise.resolve() };
  const { ids, undo } = await vault.importEntries(drafts, replaced, labels);
  return { count: chosen.length, ids, undo };
}
