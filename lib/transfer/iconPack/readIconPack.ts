import type { FileEntry } from '@zip.js/zip.js';
import { fromUtf8, sha256, toBase64url, utf8 } from '../../crypto';
import { AppError } from '../../errors';
import { cleanName } from '../../otp';
import { type Fields, fields, list, text } from '../fields';
import { unpack } from '../unzip';
import type { IconPackFile } from './IconPackFile';

/** Maximum size of the ZIP, in bytes. */
const largest = 64 * 1024 * 1024;
/** Maximum number of members of the ZIP. The directory of a small ZIP can list more than a million. */
const mostMembers = 20_000;
const mostImages = 5000;
const largestDefinition = 4 * 1024 * 1024;
/** Maximum unpacked size of one image, in bytes. */
const largestImage = 256 * 1024;
/** Maximum unpacked size of all images together, in bytes. An image over its own limit counts in full. */
const largestImages = 64 * 1024 * 1024;
const mostIssuers = 50;
const longest = 100;

const uuidForm = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const imageForm = /\.(?:svg|png|jpe?g|webp|gif)$/i;

const shortened = (value: unknown): string => cleanName(text(value)).slice(0, longest);

/** Returns the name of a file without its folder and extension. */
const stemOf = (filename: string): string =>
  (filename.split('/').at(-1) ?? '').replace(imageForm, '');

interface Listed {
  readonly filename: string;
  readonly name: string;
  readonly issuers: readonly string[];
}

function listedOf(row: Fields): Listed {
  const filename = text(row['filename']);
  const issuers = list(row['issuer']).slice(0, mostIssuers).map(shortened).filter(Boolean);
  return { filename, name: shortened(row['name']) || shortened(stemOf(filename)), issuers };
}

const iconOf = (uuid: string, filename: string): string =>
  `pack:${uuid}:${toBase64url(sha256(utf8(filename)).subarray(0, 12))}`;

function parse(bytes: Uint8Array): Fields {
  try {
    return fields(JSON.parse(fromUtf8(bytes) ?? ''));
  } catch {
    throw new AppError('icons/not-a-pack');
  }
}

/** Unpacks one member. Returns null if the member is larger than `room` or damaged. */
async function bytesOf(member: FileEntry | undefined, room: number) {
  return member ? unpack(member, room).catch(() => null) : null;
}

/**
 * Reads an icon pack in the format of Aegis: a ZIP with `pack.json` and the images that it lists. Runs in a worker.
 * Names of files are only looked up and never become paths. Throws `icons/not-a-pack`, or `icons/pack-too-large`.
 */
export async function readIconPack(bytes: Uint8Array<ArrayBuffer>): Promise<IconPackFile> {
  if (bytes.length > largest) throw new AppError('icons/pack-too-large');
  const zip = await import('@zip.js/zip.js/lib/zip-core-native.js');
  const reader = new zip.ZipReader(new zip.Uint8ArrayReader(bytes), { useWebWorkers: false });
  try {
    const members = new Map<string, FileEntry>();
    let count = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      if (++count > mostMembers) throw new AppError('icons/pack-too-large');
      if (!entry.directory) members.set(entry.filename, entry);
    }
    return await read(members);
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('icons/not-a-pack', {}, { cause });
  } finally {
    await reader.close();
  }
}

async function read(members: ReadonlyMap<string, FileEntry>): Promise<IconPackFile> {
  const definition = await bytesOf(members.get('pack.json'), largestDefinition);
  if (!definition) throw new AppError('icons/not-a-pack');
  const pack = parse(definition);
  const uuid = text(pack['uuid']).toLowerCase();
  const rows = pack['icons'];
  if (!uuidForm.test(uuid) || !Array.isArray(rows)) throw new AppError('icons/not-a-pack');
  if (rows.length > mostImages) throw new AppError('icons/pack-too-large');
  const images = new Map<string, IconPackFile['images'][number]>();
  let room = largestImages;
  let left = 0;
  for (const { filename, name, issuers } of list(rows).map(fields).map(listedOf)) {
    const icon = iconOf(uuid, filename);
    if (images.has(icon)) continue;
    const member = imageForm.test(filename) ? members.get(filename) : undefined;
    const content = await bytesOf(member, largestImage);
    room -= content?.length ?? (member ? largestImage : 0);
    if (room < 0) throw new AppError('icons/pack-too-large');
    if (content && name) images.set(icon, { icon, name, issuers, bytes: content });
    else left++;
  }
  if (images.size === 0) throw new AppError('icons/not-a-pack');
  const version = Number(pack['version']);
  return {
    uuid,
    name: shortened(pack['name']) || uuid,
    version: Number.isSafeInteger(version) && version > 0 ? version : 1,
    images: [...images.values()],
    left,
  };
}
