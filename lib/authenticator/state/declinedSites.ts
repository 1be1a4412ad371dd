import { browser } from 'wxt/browser';

/** An account that a person said does not belong to a site. */
export interface DeclinedSite {
  readonly id: string;
  /** In ASCII (punycode) form. */
  readonly host: string;
}

const slot = 'sites/declined';

const isDeclined = (value: unknown): value is DeclinedSite =>
  typeof value === 'object' && value !== null && 'id' in value && 'host' in value;

/** What was declined since the browser started. In memory only: on disk it would be a trace of the sites visited. */
export async function readDeclinedSites(): Promise<readonly DeclinedSite[]> {
  const held = (await browser.storage.session.get(slot))[slot];
  return Array.isArray(held) ? held.filter(isDeclined) : [];
}

export async function saveDeclinedSite(declined: DeclinedSite): Promise<void> {
  await browser.storage.session.set({ [slot]: [...(await readDeclinedSites()), declined] });
}
