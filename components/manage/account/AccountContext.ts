import { createContext, type RefObject } from 'preact';
import { useContext } from 'preact/hooks';
import type { Otp } from '../../../lib/otp';
import type { Entry } from '../../../lib/vault';
import type { Drafts } from '../../stores/createDrafts';
import type { EntryStore } from '../../stores/createEntryStore';

/** The hosts that are covered by a link to one host. */
export interface LinkReach {
  /** Whether the link matches only this host, because customers share the host's domain. */
  readonly isShared: boolean;
  /** The site to which the link can be widened, or null. */
  readonly wholeSite: string | null;
}

export interface Enrollment {
  readonly matrix: readonly (readonly boolean[])[];
  readonly key: string;
}

/** Functions from lib for the account page. The entrypoint passes them. */
export interface AccountTools {
  readonly open: (id: string) => EntryStore;
  /** Returns unsaved input by its name. */
  readonly draftOf: Drafts;
  readonly readBackupCodes: (text: string) => readonly string[];
  /**
   * Returns what another device needs to set up this account: the modules of the QR code, and the secret key in
   * base32.
   */
  readonly enrolment: (entry: Entry) => Promise<Enrollment>;
  /** Validates and completes the parameters. Throws `otp/…`. */
  readonly makeOtp: (otp: Otp) => Otp;
  /** Parses a whole number. Returns NaN for any other text. */
  readonly readWholeNumber: (text: string) => number;
  /** Returns the host of an address or of a typed host in ASCII, or null if the text has no host. */
  readonly readHost: (text: string) => Promise<string | null>;
  /** Returns which hosts a link covers, and to which site the link can be widened. */
  readonly linkReach: (host: string) => Promise<LinkReach>;
  /** Returns whether the vault has a passphrase. */
  readonly hasPassphrase: () => Promise<boolean>;
  /** Checks the vault's passphrase. Throws `vault/wrong-passphrase`. */
  readonly verifyPassphrase: (passphrase: string) => Promise<void>;
}

export interface AccountParts extends AccountTools {
  readonly store: EntryStore;
  /** Saves unsaved input before the account is deleted. The form sets it. */
  readonly beforeDelete: RefObject<(() => Promise<void>) | null>;
}

export const AccountContext = createContext<AccountParts | null>(null);

export function useAccount(): AccountParts {
  const parts = useContext(AccountContext);
  if (!parts) throw new Error("Drawn outside of an account's page");
  return parts;
}
