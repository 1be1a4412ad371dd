import { stored } from './stored';

/** An account whose QR code was scanned on a site. */
export interface ScannedSite {
  readonly id: string;
  /** In ASCII (punycode) form. */
  readonly host: string;
}

/** Returns what was scanned since the browser started. */
export const readScannedSites = async (): Promise<readonly ScannedSite[]> =>
  (await stored.scannedSites.read()) ?? [];

export const saveScannedSite = async (scanned: ScannedSite): Promise<void> =>
  stored.scannedSites.write([...(await readScannedSites()), scanned]);
