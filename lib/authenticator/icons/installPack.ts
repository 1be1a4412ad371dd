import { AppError } from '../../errors';
import type { IconPackFile } from '../../transfer';
import type { IconPack, PageVault } from '../../vault';
import { packIconOf } from './packIconOf';

/** Maximum time to read a pack, in milliseconds. */
const readingLimit = 60_000;
/** Maximum size of a pack's ZIP, in bytes. */
const largest = 64 * 1024 * 1024;

export interface PackTools {
  readonly vault: Pick<PageVault, 'icons' | 'list' | 'update'>;
  /** Reads a pack in a worker, which ends when the signal aborts. */
  readonly read: (bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal) => Promise<IconPackFile>;
  /** Converts an image file to the picture that is stored. */
  readonly draw: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

export interface PackHooks {
  readonly signal: AbortSignal;
  /** Called with the number of finished images and of all images. */
  readonly onProgress: (done: number, all: number) => void;
}

export interface InstalledPack {
  readonly pack: IconPack;
  /** The number of files that aren't images or too large. */
  readonly left: number;
  /** The number of accounts that got a picture of the pack. */
  readonly matched: number;
}

async function readWithin(file: Blob, read: PackTools['read'], signal: AbortSignal) {
  if (file.size > largest) throw new AppError('icons/pack-too-large');
  const limit = AbortSignal.timeout(readingLimit);
  try {
    return await read(new Uint8Array(await file.arrayBuffer()), AbortSignal.any([signal, limit]));
  } catch (error) {
    signal.throwIfAborted();
    throw limit.aborted ? new AppError('icons/pack-too-large') : error;
  }
}

/**
 * Installs an icon pack. Accounts without a picture of their own whose issuer the pack names get the pack's
 * picture. Images that can't be drawn are left out. Aborting installs nothing; the promise then rejects with the
 * signal's reason.
 */
export async function installPack(
  file: Blob,
  { vault, read, draw }: PackTools,
  { signal, onProgress }: PackHooks,
): Promise<InstalledPack> {
  const { images, left, ...facts } = await readWithin(file, read, signal);
  const pictures = new Map<string, Uint8Array>();
  for (const [at, { icon, bytes }] of images.entries()) {
    signal.throwIfAborted();
    onProgress(at, images.length);
    const picture = await draw(bytes).catch(() => null);
    if (picture) pictures.set(icon, picture);
  }
  signal.throwIfAborted();
  if (pictures.size === 0) throw new AppError('icons/not-a-pack');
  const icons = images
    .filter(({ icon }) => pictures.has(icon))
    .map(({ icon, name, issuers }) => ({ icon, name, issuers }));
  const pack: IconPack = { ...facts, icons };
  await vault.icons.addPack(pack, pictures);
  let matched = 0;
  for (const { id, issuer, icon } of await vault.list()) {
    const found = icon === '' ? packIconOf(pack, issuer) : null;
    if (!found) continue;
    await vault.update(id, (entry) => (entry.icon === '' ? { icon: found } : {}));
    matched++;
  }
  return { pack, left: left + images.length - pictures.size, matched };
}
