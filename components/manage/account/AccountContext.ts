import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Otp } from '../../../lib/otp';
import type { Entry } from '../../../lib/vault';
import type { EntryStore } from '../../stores/createEntryStore';

/** How far a link to a host reaches. */
export interface LinkReach {
  /** Whether it holds for this very host alone, because its domain is shared with strangers. */
  readonly isShared: boolean;
  /** The whole site that it can be widened to; null if there is none. */
  readonly wholeSite: string | null;
}

export interface Enrollment {
  readonly matrix: readonly (readonly boolean[])[];
  readonly key: string;
}

/** What the account's page takes from lib, given by the entrypoint. */
export interface AccountTools {
  readonly open: (id: string) => EntryStore;
  readonly readBackupCodes: (text: string) => readonly string[];
  /** What sets this account up elsewhere: the modules of its QR code, and its secret key in base32. */
  readonly enrolment: (entry: Entry) => Promise<Enrollment>;
  /** Checks and completes what was typed; throws what is wrong. */
  readonly makeOtp: (otp: Otp) => Otp;
  /** Returns NaN for anything but a whole number. */
  readonly readWholeNumber: (text: string) => number;
  /** The host in an address or a host that was typed, in ASCII; null where there is none. */
  readonly readHost: (text: string) => Promise<string | null>;
  /** Returns how far a link to a host reaches, and what it can be widened to. */
  readonly linkReach: (host: string) => Promise<LinkReach>;
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
