import type { FileEntry } from '@zip.js/zip.js';
import { concat } from '../crypto';
import { AppError } from '../errors';
import type { ReadTools } from './Format';
import { type SourceFile, sourceFile } from './SourceFile';
import { splitBy } from './splitBy';

/**
 * Matches file types of exports. Exports are unpacked first, so that large attachments can't use up the size
 * limit.
 */
const wanted = /\.(?:json|txt|csv|data|html?|xml|2fas|uri|mafile|1pif)$/i;
/** Matches file types that can't contain accounts and are often large. */
const unwanted = /\.(?:mp[34]|mov|avi|mkv|webm|docx?|xlsx?|pptx?|exe|dll|apk|dmg|iso)$/i;
/** Matches OpenPGP files. Proton Pass puts its encrypted export into a ZIP. */
const openpgp = /\.(?:gpg|pgp)$/i;
/** Maximum unpacked size of all members together, in bytes. */
const largest = 64 * 1024 * 1024;
/** Maximum unpacked size of a member that isn't named like an export, in bytes. */
const mostOther = 16 * 1024 * 1024;
const mostFiles = 500;

export const isZip = ({ bytes }: SourceFile): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

export interface Unpacked {
  readonly files: readonly SourceFile[];
  /** The names of members that were skipped because of their kind or size. */
  readonly left: readonly string[];
}

/**
 * Unpacks the members of a ZIP, whatever their names. Returns null if the ZIP is encrypted (ZipCrypto or AES) and
 * no password is given. Throws `format/wrong-password`, `format/damaged`, `format/openpgp` if the ZIP contains
 * only OpenPGP files, and `format/too-large` if the exports are larger than the limit.
 */
export async function unzip(
  { bytes }: SourceFile,
  { password }: Pick<ReadTools, 'password'>,
): Promise<Unpacked | null> {
  // The browser inflates, so the package's own codecs (20 kB) aren't loaded.
  const zip = await import('@zip.js/zip.js/lib/zip-core-native.js');
  const options = { useWebWorkers: false, ...(password !== null && { password }) };
  const reader = new zip.ZipReader(new zip.Uint8ArrayReader(bytes), options);
  try {
    const entries = (await reader.getEntries()).filter((entry) => !entry.directory);
    const [likely, others] = splitBy(entries, ({ filename }) => wanted.test(filename));
    if (likely.length === 0 && entries.some(({ filename }) => openpgp.test(filename)))
      throw new AppError('format/openpgp');
    if (likely.length > mostFiles) throw new AppError('format/too-large');
    if (entries.some(({ encrypted }) => encrypted) && password === null) return null;
    const files: SourceFile[] = [];
    const left: string[] = [];
    let room = largest;
    for (const entry of [...likely, ...others]) {
      const isLikely = wanted.test(entry.filename);
      if (
        !isLikely &&
        (unwanted.test(entry.filename) ||
          files.length >= mostFiles ||
          entry.uncompressedSize > mostOther)
      ) {
        left.push(entry.filename);
        continue;
      }
      const content = await unpack(entry, isLikely ? room : Math.min(room, mostOther));
      room -= content.length;
      files.push(sourceFile(entry.filename, content));
    }
    return { files, left };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('format/damaged', {}, { cause });
  } finally {
    await reader.close();
  }
}

/**
 * Unpacks one member of at most `room` bytes. The size in the member's header may be false, so the unpacked bytes
 * are counted.
 */
export async function unpack(entry: FileEntry, room: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let left = room;
  const writable = new WritableStream<Uint8Array>({
    write(piece) {
      left -= piece.length;
      if (left < 0) throw new AppError('format/too-large');
      pieces.push(piece);
    },
  });
  try {
    await entry.getData(writable);
  } catch (cause) {
    if (left < 0) throw new AppError('format/too-large');
    // The check of ZipCrypto accepts one of 256 wrong passwords, and the result is then noise.
    throw new AppError(entry.encrypted ? 'format/wrong-password' : 'format/damaged', {}, { cause });
  }
  return new Uint8Array(concat(...pieces));
}
