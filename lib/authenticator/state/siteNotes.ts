import { stored } from './stored';

/** An account and a host, in ASCII (punycode) form. */
export interface SiteNote {
  readonly id: string;
  readonly host: string;
}

/** Notes about accounts on sites, kept until the browser closes. */
export interface KeptSiteNotes {
  readonly read: () => Promise<readonly SiteNote[]>;
  readonly keep: (note: SiteNote) => Promise<void>;
}

function keptIn(value: typeof stored.declinedSites): KeptSiteNotes {
  const read = async () => (await value.read()) ?? [];
  return { read, keep: async (note) => value.write([...(await read()), note]) };
}

/** Links that the user declined. */
export const declinedSites = keptIn(stored.declinedSites);

/** Accounts with the host of the page that their QR code was scanned on. */
export const scannedSites = keptIn(stored.scannedSites);
