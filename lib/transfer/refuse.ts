import { AppError } from '../errors';
import type { SourceFile } from './SourceFile';

const sqlite = 'SQLite format 3\0';
/** The first bytes of a binary OpenPGP message that is encrypted. */
const openPgpBytes = new Set([0x84, 0x85, 0xc1]);

/** Says why a file that no format recognizes can't be read: throws `format/unknown` or a better reason. */
export function refuse({ bytes, text }: SourceFile): never {
  if (String.fromCharCode(...bytes.subarray(0, sqlite.length)) === sqlite) {
    throw new AppError('format/database');
  }
  if (
    text?.startsWith('-----BEGIN PGP MESSAGE') ||
    (text === null && openPgpBytes.has(bytes[0] ?? 0))
  ) {
    throw new AppError('format/openpgp');
  }
  throw new AppError('format/unknown');
}
