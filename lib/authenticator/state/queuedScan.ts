import { browser } from 'wxt/browser';
import { openPage } from '../../platform';

/** What waits to be looked at: pictures as data: URLs, and texts such as a link. */
export interface ScanOffer {
  readonly pictures: readonly string[];
  readonly texts: readonly string[];
}

const slot = 'hand-off/scan';
const partsSlot = 'scan/parts';

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/**
 * Holds what the page that adds accounts is to look at, in memory (`storage.session`) until the page takes it,
 * so that a locked vault is opened first; it is never on disk.
 */
export const queueScan = ({ pictures = [], texts = [] }: Partial<ScanOffer>): Promise<void> =>
  browser.storage.session.set({ [slot]: { pictures, texts } });

/** Opens the page that adds accounts, with what it is to look at. */
export async function offerScan(offer: Partial<ScanOffer>): Promise<void> {
  await queueScan(offer);
  await openPage('/manage.html', '#/add');
}

/** What waits, and forgets it; null where nothing does. */
export async function takeQueuedScan(): Promise<ScanOffer | null> {
  const held: unknown = (await browser.storage.session.get(slot))[slot];
  await browser.storage.session.remove(slot);
  if (typeof held !== 'object' || held === null) return null;
  const { pictures, texts }: { pictures?: unknown; texts?: unknown } = held;
  return areTexts(pictures) && areTexts(texts) ? { pictures, texts } : null;
}

/** The codes of exports that are not whole yet, kept in memory between one scan and the next. */
export async function readScanParts(): Promise<readonly string[]> {
  const held: unknown = (await browser.storage.session.get(partsSlot))[partsSlot];
  return areTexts(held) ? held : [];
}

export const writeScanParts = (uris: readonly string[]): Promise<void> =>
  uris.length > 0
    ? browser.storage.session.set({ [partsSlot]: uris })
    : browser.storage.session.remove(partsSlot);
