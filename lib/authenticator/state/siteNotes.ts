import { stored } from './stored';

/** An account's id and a host in ASCII (punycode) form. */
export interface SiteNote {
  readonly id: string;
  readonly host: string;
}

/** A list of site notes, kept in memory until the browser closes. */
export interface KeptSiteNotes {
  readonly read: () => Promise<readonly SiteNote[]>;
  readonly keep: (note: SiteNote) => Promise<void>;
}

function keptIn(value: typeof stored.declinedSites): KeptSiteNotes {
  const read = async () => (await value.read()) ?? [];
  return { read, keep: async (note) => value.write([...(await read()), note]) };
}

/** Sites to which the user declined to link an account. */
export const declinedSites = keptIn(stored.declinedSites);

/** Sites on which an account's QR code was scanned. */
export const scannedSites = keptIn(stored.scannedSites);
