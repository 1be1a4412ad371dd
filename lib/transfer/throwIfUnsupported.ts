import { AppError, type ErrorCode } from '../errors';
import { imageFormat } from '../qr';
import type { SourceFile } from './SourceFile';

const isBase64 = (text: string | null): boolean =>
  text !== null && /^[A-Za-z0-9+/\s]{40,}={0,2}$/.test(text);

/** First bytes of files that are recognized but can't be imported. */
const marks: readonly (readonly [string, ErrorCode])[] = [
  // lib/vault reads Tessera's own backups.
  ['TESSERAB', 'format/own-backup'],
  ['-----BEGIN PGP MESSAGE', 'format/openpgp'],
];

/**
 * Other kinds of files that could be mistaken for ciphertext: offset of the signature, its bytes, and the kind.
 */
const others: readonly (readonly [number, string, string])[] = [
  [0, '%PDF-', 'PDF'],
  [0, 'Rar!', 'RAR'],
  [0, '7z\xbc\xaf\x27\x1c', '7-Zip'],
  [0, '\x1f\x8b', 'gzip'],
  [0, 'BZh', 'bzip2'],
  [0, '\xfd7zXZ', 'xz'],
  [0, '\x28\xb5\x2f\xfd', 'Zstandard'],
  [257, 'ustar', 'tar'],
  [4, 'ftyp', 'MP4'],
  [0, '\x1aE\xdf\xa3', 'Matroska'],
  [0, 'ID3', 'MP3'],
  [0, '\xff\xfb', 'MP3'],
  [0, 'OggS', 'Ogg'],
  [0, 'fLaC', 'FLAC'],
  [0, 'RIFF', 'RIFF'],
  [0, '\x7fELF', 'ELF'],
  [0, 'MZ', 'EXE'],
  [0, '\xd0\xcf\x11\xe0', 'Microsoft Office'],
  [0, '\xca\xfe\xba\xbe', 'Java'],
  [0, 'wOF', 'WOFF'],
  [0, '\0asm', 'WebAssembly'],
];
const keePassSignature = '\x03\xd9\xa2\x9a';
const keePass1 = '\x65\xfb\x4b\xb5';
/**
 * Page size in bytes. Authenticator Plus stores its database in SQLCipher, which consists of whole encrypted
 * pages.
 */
const page = 1_024;

/**
 * Throws the reason if a file can't be read. The reason shows in the first bytes or, for OpenPGP, in the file
 * name.
 */
export function throwIfUnsupported({ name, bytes, text }: SourceFile): void {
  for (const [mark, reason] of marks) {
    const head = String.fromCharCode(...bytes.subarray(0, mark.length));
    if (head === mark) throw new AppError(reason);
  }
  if (text === null && /\.(?:gpg|pgp)$/i.test(name)) throw new AppError('format/openpgp');
  const head = String.fromCharCode(...bytes.subarray(0, 300));
  // Versions 1 and 2 of KDBX were only used by betas of KeePass 2.
  const isOld = head.slice(4, 8) === keePass1 || (bytes[10] ?? 9) < 3;
  if (head.startsWith(keePassSignature) && isOld) throw new AppError('format/keepass-old');
  if (head.startsWith('bplist00') && !/\.(?:plist)$/i.test(name))
    throw new AppError('format/otp-auth');
  const other = others.find(([at, mark]) => head.startsWith(mark, at));
  const image = imageFormat(bytes);
  // Images that no browser decodes are rejected with a specific error when they are read.
  if (image !== null && image !== 'PDF') return;
  if (other && (text === null || image === 'PDF'))
    throw new AppError('format/other-file', { kind: other[2] });
  if (/\.mafile$/i.test(name) && isBase64(text)) throw new AppError('format/steam-encrypted');
  const isDatabase = text === null && /\.db$/i.test(name) && bytes.length % page === 0;
  if (isDatabase) throw new AppError('format/sqlcipher');
}
