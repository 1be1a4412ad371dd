import { AppError, type ErrorCode } from '../errors';
import type { SourceFile } from './SourceFile';

/** Magic bytes of files that are recognized but can't be imported. */
const marks: readonly (readonly [string, ErrorCode])[] = [
  // Its own backups are read by lib/vault.
  ['TESSERAB', 'format/own-backup'],
  ['SQLite format 3\0', 'format/database'],
  ['-----BEGIN PGP MESSAGE', 'format/openpgp'],
];

/** Throws the reason if a file is known to be unreadable from its first bytes or, for OpenPGP, its name. */
export function throwIfUnsupported({ name, bytes, text }: SourceFile): void {
  for (const [mark, reason] of marks) {
    const head = String.fromCharCode(...bytes.subarray(0, mark.length));
    if (head === mark) throw new AppError(reason);
  }
  if (text === null && /\.(?:gpg|pgp)$/i.test(name)) throw new AppError('format/openpgp');
}
