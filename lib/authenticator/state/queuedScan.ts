import { openPage } from '../../platform';
import { stored } from './stored';

/** Input for the Add page: images as data: URLs, and texts such as a link. */
export interface ScanOffer {
  readonly pictures: readonly string[];
  /** Other images of the same content. They are read only if `pictures` contain no code. */
  readonly fallbacks: readonly string[];
  readonly texts: readonly string[];
  /** Host of the page that the input comes from; empty if unknown. */
  readonly host: string;
}

/** Queues input for the Add page in memory, so that the user can unlock the vault first. */
export const queueScan = ({
  pictures = [],
  fallbacks = [],
  texts = [],
  host = '',
}: Partial<ScanOffer>): Promise<void> =>
  stored.queuedScan.write({ pictures, fallbacks, texts, host });

/** Queues input and opens the Add page. */
export async function offerScan(offer: Partial<ScanOffer>): Promise<void> {
  await queueScan(offer);
  await openPage('/manage.html', '#/add');
}

/** Returns the queued input and removes it. Returns null if there is none. */
export async function takeQueuedScan(): Promise<ScanOffer | null> {
  const queued = await stored.queuedScan.read();
  await stored.queuedScan.remove();
  return queued;
}

/** Returns the URIs of incomplete exports, which are kept in memory between scans. */
export const readScanParts = async (): Promise<readonly string[]> =>
  (await stored.scanParts.read()) ?? [];

export const writeScanParts = (uris: readonly string[]): Promise<void> =>
  uris.length > 0 ? stored.scanParts.write(uris) : stored.scanParts.remove();
