import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { AppError } from '../../lib/errors';
import type { CompanionStores } from './stores';

/** Backup codes on their way from the service's page to the authenticator, by the person's own click. */
export interface CodesToKeep {
  readonly issuer: string;
  readonly account: string;
  readonly codes: readonly string[];
}

/** All that the page is given from outside. */
export interface CompanionPage extends CompanionStores {
  /** The modules of a QR code, row by row, true for dark. */
  readonly qrMatrix: (text: string) => readonly (readonly boolean[])[];
  /** Opens the authenticator's own page with these codes, to be kept with their account. */
  readonly keepCodes: (codes: CodesToKeep) => Promise<void>;
}

const Context = createContext<CompanionPage | null>(null);

export const CompanionProvider = Context.Provider;

export function useCompanion(): CompanionPage {
  const page = useContext(Context);
  if (!page) throw new AppError('unexpected');
  return page;
}
