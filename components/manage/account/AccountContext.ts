import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Otp } from '../../../lib/otp';
import type { Entry } from '../../../lib/vault';
import type { EntryStore } from '../../stores/createEntryStore';

/** What the account's page takes from lib, given by the entrypoint. */
export interface AccountTools {
  readonly open: (id: string) => EntryStore;
  readonly readBackupCodes: (text: string) => readonly string[];
  /** The modules of the QR code that enrols this account elsewhere. */
  readonly enrolment: (entry: Entry) => Promise<readonly (readonly boolean[])[]>;
  /** Checks and completes what was typed; throws what is wrong. */
  readonly makeOtp: (otp: Otp) => Otp;
  /** Returns NaN for anything but a whole number. */
  readonly readWholeNumber: (text: string) => number;
  /** The host in an address or a host that was typed, in ASCII; null where there is none. */
  readonly readHost: (text: string) => Promise<string | null>;
  /** Whether the vault has a passphrase that can be asked for. */
  readonly hasPassphrase: () => Promise<boolean>;
  /** Throws `vault/wrong-passphrase`. */
  readonly checkPassphrase: (passphrase: string) => Promise<void>;
}

export interface AccountParts extends AccountTools {
  readonly store: EntryStore;
}

export const AccountContext = createContext<AccountParts | null>(null);

export function useAccount(): AccountParts {
  const parts = useContext(AccountContext);
  if (!parts) throw new Error("Drawn outside of an account's page");
  return parts;
}
