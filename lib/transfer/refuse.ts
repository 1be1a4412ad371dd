import { AppError, type ErrorCode } from '../errors';
import type { SourceFile } from './SourceFile';

/** Files that are known, but no exports that could be read here, by how they begin. */
const marks: readonly (readonly [string, ErrorCode])[] = [
  // Its own backups are read by lib/vault.
  ['TESSERAB', 'format/own-backup'],
  ['SQLite format 3\0', 'format/database'],
  ['-----BEGIN PGP MESSAGE', 'format/openpgp'],
];

/** Throws why a file can't be read, where that is known from its beginning (or, for OpenPGP, its name). */
export function refuse({ name, bytes, text }: SourceFile): void {
  for (const [mark, reason] of marks) {
    const head = String.fromCharCode(...bytes.subarray(0, mark.length));
    if (head === mark) throw new AppError(reason);
  }
  if (text === null && /\.(?:gpg|pgp)$/i.test(name)) throw new AppError('format/openpgp');
}
