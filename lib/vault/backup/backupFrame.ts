import {
  concat,
  fromUtf8,
  nonceLength,
  seal,
  tagLength,
  uint32,
  unseal,
  utf8,
  type Random,
} from '../../crypto';
import { AppError } from '../../errors';
import { pad, unpad } from '../format/pad';

const magic = utf8('TESSERAB');
const cipher = 1;
const longestHeader = 65_536;
const start = 14;

/** The frame that all versions of backup files share. */
export interface BackupFrame {
  readonly version: number;
  /** The header, parsed from JSON. Not authenticated yet. */
  readonly header: unknown;
  /** Returns the content, parsed from JSON, or null if the key is wrong or the file was changed. */
  readonly open: (contentKey: Uint8Array) => unknown;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes) ?? '');
  } catch {
    return null;
  }
}

/** Encodes a file. The content's authentication covers everything before the nonce. */
export function writeBackupFrame(
  { version, header }: { readonly version: number; readonly header: object },
  contentKey: Uint8Array,
  content: object,
  random: Random,
): Uint8Array {
  const text = utf8(JSON.stringify(header));
  const before = concat(magic, Uint8Array.of(version, cipher), uint32(text.length), text);
  const nonce = random(nonceLength);
  const padded = pad(utf8(JSON.stringify(content)));
  return concat(before, nonce, seal({ key: contentKey, nonce, context: before }, padded));
}

/** Whether the file begins like a backup. Needs its first 8 bytes only. */
export const isBackup = (bytes: Uint8Array): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/**
 * Parses a file. Returns null if the bytes aren't a backup file. Throws `format/too-new` if the version is above
 * `newest`, or `format/damaged`.
 */
export function readBackupFrame(bytes: Uint8Array, newest: number): BackupFrame | null {
  if (!isBackup(bytes)) return null;
  const damaged = new AppError('format/damaged');
  if (bytes.length < start) throw damaged;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint8(8);
  if (version > newest || view.getUint8(9) > cipher) throw new AppError('format/too-new');
  const headerLength = view.getUint32(10);
  const end = start + headerLength;
  if (version === 0 || view.getUint8(9) !== cipher) throw damaged;
  if (headerLength > longestHeader || bytes.length < end + nonceLength + tagLength) throw damaged;
  return {
    version,
    header: parsed(bytes.subarray(start, end)),
    open(contentKey) {
      const nonce = bytes.subarray(end, end + nonceLength);
      const sealed = bytes.subarray(end + nonceLength);
      const padded = unseal({ key: contentKey, nonce, context: bytes.subarray(0, end) }, sealed);
      const content = padded && unpad(padded);
      return content && parsed(content);
    },
  };
}

/** Returns the entries in the content of a file, or null if the content has none. */
export function entriesIn(content: unknown): readonly unknown[] | null {
  if (typeof content !== 'object' || content === null || !('entries' in content)) return null;
  return Array.isArray(content.entries) ? content.entries : null;
}
