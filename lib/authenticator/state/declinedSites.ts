import { stored } from './stored';

/** An account that the user declined to link to a site. */
export interface DeclinedSite {
  readonly id: string;
  /** In ASCII (punycode) form. */
  readonly host: string;
}

/** Returns what the user declined since the browser started. */
export const readDeclinedSites = async (): Promise<readonly DeclinedSite[]> =>
  (await stored.declinedSites.read()) ?? [];

export const saveDeclinedSite = async (declined: DeclinedSite): Promise<void> =>
  stored.declinedSites.write([...(await readDeclinedSites()), declined]);
