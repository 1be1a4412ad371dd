import { AppError } from '../errors';
import type { ReadTools } from './Format';
import { type SourceFile, sourceFile } from './SourceFile';

/** What exports are made of; an archive's pictures, documents and databases are left alone. */
const wanted = /\.(?:json|txt|csv|data|html?|xml|2fas|uri|mafile)$/i;
const largestFile = 32 * 1024 * 1024;
const mostFiles = 500;

export const isZip = ({ bytes }: SourceFile): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * The text files of a ZIP, in clear; null where it is encrypted (ZipCrypto or AES) and no password is given.
 * Throws `format/wrong-password`, `format/damaged`, and `format/too-large` for what unpacks to too much.
 */
export async function unzip(
  { bytes }: SourceFile,
  { password }: Pick<ReadTools, 'password'>,
): Promise<SourceFile[] | null> {
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } = await import('@zip.js/zip.js');
  const options = { useWebWorkers: false, ...(password !== null && { password }) };
  const reader = new ZipReader(new Uint8ArrayReader(bytes), options);
  try {
    const entries = await reader.getEntries();
    const files = entries.filter((entry) => !entry.directory && wanted.test(entry.filename));
    if (files.length > mostFiles) throw new AppError('format/too-large');
    if (files.some(({ encrypted }) => encrypted) && password === null) return null;
    const unpacked: SourceFile[] = [];
    for (const entry of files) {
      if (entry.directory) continue;
      if (entry.uncompressedSize > largestFile) throw new AppError('format/too-large');
      const content = await entry.getData(new Uint8ArrayWriter()).catch((cause: unknown) => {
        // ZipCrypto's own check lets one wrong password in 256 pass: what comes out is noise.
        throw new AppError(
          entry.encrypted ? 'format/wrong-password' : 'format/damaged',
          {},
          { cause },
        );
      });
      unpacked.push(sourceFile(entry.filename, content));
    }
    return unpacked;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('format/damaged', {}, { cause });
  } finally {
    await reader.close();
  }
}
