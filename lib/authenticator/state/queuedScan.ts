import { openPage } from '../../platform';
import { stored } from './stored';

/** Input of the Add page: pictures as data: URLs, and texts such as a link. */
export interface ScanOffer {
  readonly pictures: readonly string[];
  /** Pictures of the same thing, read only if the others contain no code. */
  readonly fallbacks: readonly string[];
  readonly texts: readonly string[];
  /** The host of the page that they are from, or an empty string. */
  readonly host: string;
}

/** Queues input for the Add page. It stays in memory, so that a locked vault can be opened first. */
export const queueScan = ({
  pictures = [],
  fallbacks = [],
  texts = [],
  host = '',
}: Partial<ScanOffer>): Promise<void> =>
  stored.queuedScan.write({ pictures, fallbacks, texts, host });

/** Opens the Add page with this input. */
export async function offerScan(offer: Partial<ScanOffer>): Promise<void> {
  await queueScan(offer);
  await openPage('/manage.html', '#/add');
}

/** Returns the queued input and removes it, or returns null. */
export async function takeQueuedScan(): Promise<ScanOffer | null> {
  const queued = await stored.queuedScan.read();
  await stored.queuedScan.remove();
  return queued;
}

/** Returns the codes of exports that are incomplete, kept in memory between one scan and the next. */
export const readScanParts = async (): Promise<readonly string[]> =>
  (await stored.scanParts.read()) ?? [];

export const writeScanParts = (uris: readonly string[]): Promise<void> =>
  uris.length > 0 ? stored.scanParts.write(uris) : stored.scanParts.remove();
