import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Otp } from '../../../lib/otp';
import type { Entry } from '../../../lib/vault';
import type { EntryStore } from '../../stores/createEntryStore';

/** How far a link to a host reaches. */
export interface LinkReach {
  /** Whether it matches only this host, because customers share its domain. */
  readonly isShared: boolean;
  /** The site that it can be widened to, or null. */
  readonly wholeSite: string | null;
}

export interface Enrollment {
  readonly matrix: readonly (readonly boolean[])[];
  readonly key: string;
}

/** Functions from lib for the account's page, passed by the entrypoint. */
export interface AccountTools {
  readonly open: (id: string) => EntryStore;
  readonly readBackupCodes: (text: string) => readonly string[];
  /** What sets this account up elsewhere: the modules of its QR code, and its secret key in base32. */
  readonly enrolment: (entry: Entry) => Promise<Enrollment>;
  /** Validates and completes the input. Throws its errors. */
  readonly makeOtp: (otp: Otp) => Otp;
  /** Returns NaN for anything but a whole number. */
  readonly readWholeNumber: (text: string) => number;
  /** Returns the host of an address or of a typed host, in ASCII, or null. */
  readonly readHost: (text: string) => Promise<string | null>;
  /** Returns how far a link to a host reaches, and what it can be widened to. */
  readonly linkReach: (host: string) => Promise<LinkReach>;
  /** Whether the vault has a passphrase to ask for. */
  readonly hasPassphrase: () => Promise<boolean>;
  /** Throws `vault/wrong-passphrase`. */
  readonly verifyPassphrase: (passphrase: string) => Promise<void>;
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
