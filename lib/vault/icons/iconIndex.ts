import { fromUtf8, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import { trustedCast } from '../format/trustedCast';
import type { IconPack } from './Icons';

/** Maximum size of one picture, in bytes. */
const largestPicture = 24 * 1024;
const mostOwn = 1000;
const mostPacks = 20;
const mostPackIcons = 5000;
/** Maximum size of the pictures of all packs together, in bytes. */
const largestPacks = 64 * 1024 * 1024;

interface IndexedPack extends IconPack {
  /** The size of its pictures in bytes. */
  readonly bytes: number;
}

/** What pictures a vault has on this device. */
export interface IconIndex {
  readonly v: 1;
  /** The names of the user's own pictures. */
  readonly own: readonly string[];
  readonly packs: readonly IndexedPack[];
}

/** Decodes the content of the index, which the vault's keys authenticate. */
export const readIndex = (content: Uint8Array | null): IconIndex =>
  content
    ? trustedCast<IconIndex>(JSON.parse(fromUtf8(content) ?? ''))
    : { v: 1, own: [], packs: [] };

export const indexToBytes = (index: IconIndex): Uint8Array => utf8(JSON.stringify(index));

const startsWith = (bytes: Uint8Array, text: string, at = 0) =>
  Array.from(text).every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

/**
 * Throws `icons/not-a-picture` unless the bytes start like PNG or WebP, which contain nothing active, or
 * `icons/picture-too-large`.
 */
export function checkPicture(bytes: Uint8Array): void {
  const isWebp = startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8);
  if (!isWebp && !startsWith(bytes, '\x89PNG\r\n\x1a\n')) throw new AppError('icons/not-a-picture');
  if (bytes.length > largestPicture) throw new AppError('icons/picture-too-large');
}

/** Throws `icons/full` if the index exceeds a limit. */
export function checkRoom({ own, packs }: IconIndex): void {
  const bytes = packs.reduce((sum, pack) => sum + pack.bytes, 0);
  const isFull =
    own.length > mostOwn ||
    packs.length > mostPacks ||
    packs.some(({ icons }) => icons.length > mostPackIcons) ||
    bytes > largestPacks;
  if (isFull) throw new AppError('icons/full');
}
