import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { AppError } from '../../lib/errors';
import type { CompanionStores } from './stores';

/** Backup codes that the user sends from the service's page to the authenticator. */
export interface CodesToKeep {
  readonly issuer: string;
  readonly account: string;
  readonly codes: readonly string[];
}

/** The stores and tools that the companion's pages use. */
export interface CompanionPage extends CompanionStores {
  /** Returns the modules of a QR code, row by row, true for dark. */
  readonly qrMatrix: (text: string) => readonly (readonly boolean[])[];
  /**
   * Sends these backup codes to the authenticator, and opens the page where the user saves the codes with an
   * account.
   */
  readonly keepCodes: (codes: CodesToKeep) => Promise<void>;
  /** Calls the listener once the user has saved these codes. Returns an unsubscribe function. */
  readonly watchSavedCodes: (codes: CodesToKeep, listener: () => void) => () => void;
}

const Context = createContext<CompanionPage | null>(null);

export const CompanionProvider = Context.Provider;

export function useCompanion(): CompanionPage {
  const page = useContext(Context);
  if (!page) throw new AppError('unexpected');
  return page;
}
