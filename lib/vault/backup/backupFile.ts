/**
 * # The backup file, version 1
 *
 * All numbers are unsigned, the highest byte first. `‖` joins bytes. base64url is RFC 4648, section 5,
 * without padding. HKDF and HMAC use SHA-256; HKDF gives 32 bytes.
 *
 *     offset  length  what
 *     0       8       the letters TESSERAB
 *     8       1       version of this format: 1
 *     9       1       cipher: 1 is XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03)
 *     10      4       H, the length of the header, at most 65,536
 *     14      H       the header, JSON in UTF-8
 *     14 + H  24      nonce
 *     38 + H  to end  the content, sealed, its 16-byte tag at the end
 *
 * `lengthPrefixed(f1, f2, …)` is each field behind its length in 4 bytes. A text is its UTF-8; a number is 4 bytes.
 *
 * The header: `vault` (base64url of 16 bytes), `epoch` (a number), `createdAt` (milliseconds since the Unix
 * epoch), `entries` (how many), `salt` (base64url of 16 bytes), `slots` (at least one way in).
 *
 * A slot has `id`, `type`, `salt`, `credential`, `nonce`, `wrapped`, `commit` (texts, base64url) and
 * `memory` (KiB), `passes`, `lanes` (numbers). Its KEK is
 * - type `passphrase`: Argon2id 0x13 of the passphrase (Unicode NFKC, UTF-8) with the salt's bytes and these
 *   costs, 32 bytes. Refused outside 19 to 1,024 MiB, 2 to 10 passes, 1 to 4 lanes;
 * - type `recovery`: HKDF(key: the recovery key's 20 bytes (base32), salt: the salt's bytes,
 *   info: lengthPrefixed("tessera-vault/1", "recovery")).
 *
 * `commit` is HMAC(KEK, "commit"); a KEK that gives another one is the wrong key. The wrapping key is
 * HKDF(key: KEK, salt: none, info: lengthPrefixed("tessera-vault/1", "wrap")); it opens `wrapped` at `nonce` with the
 * context lengthPrefixed("tessera-vault/1", "slot", vault, epoch, id, type, memory, passes, lanes, salt, credential),
 * where vault, id, type, salt and credential are texts as they stand in the header. Inside are the 32 bytes
 * of the source key.
 *
 * The content's key is HKDF(key: source key, salt: the header's salt bytes,
 * info: lengthPrefixed("tessera-vault/1", "backup", epoch)). The context is every byte before the nonce. The content
 * is a length in 4 bytes, so many bytes of JSON in UTF-8, and zeros up to a multiple of 256. The JSON is
 * `{"entries": […]}`, the trash included, each as the vault keeps it, `otp.secret` being base64url.
 */
import {
  concat,
  fromBase64url,
  fromUtf8,
  lengthPrefixed,
  hkdfSha256,
  nonceLength,
  seal,
  tagLength,
  toBase64url,
  uint32,
  unseal,
  utf8,
  type Random,
} from '../../crypto';
import { AppError } from '../../errors';
import type { Entry } from '../entries/Entry';
import { entryFromJson, entryToJson } from '../format/entryBytes';
import { slotDomain } from '../format/keys';
import { trustedCast } from '../format/trustedCast';
import { pad, unpad } from '../format/pad';
import { isSlot, type Slot } from '../format/Slot';

const magic = utf8('TESSERAB');
const version = 1;
const cipher = 1;
const longestHeader = 65_536;

export interface BackupHeader {
  readonly vault: string;
  /** The vault's epoch, or 0 where the file has a key of its own. */
  readonly epoch: number;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  readonly entries: number;
  readonly salt: string;
  readonly slots: readonly Slot[];
}

/** A backup whose form is right. It is not opened yet. */
export interface BackupFile {
  readonly header: BackupHeader;
  /** The entries; throws `format/damaged` where this is not the key or a bit is not as it was. */
  readonly open: (sourceKey: Uint8Array) => readonly Entry[];
}

const contentKey = (sourceKey: Uint8Array, { salt, epoch }: BackupHeader) =>
  hkdfSha256(
    sourceKey,
    fromBase64url(salt) ?? new Uint8Array(),
    lengthPrefixed([slotDomain, 'backup', epoch]),
  );

/** The bytes of a backup file. */
export function encodeBackup(
  fields: Omit<BackupHeader, 'salt' | 'entries'>,
  entries: readonly Entry[],
  sourceKey: Uint8Array,
  random: Random,
): Uint8Array {
  const header = { ...fields, entries: entries.length, salt: toBase64url(random(16)) };
  const text = utf8(JSON.stringify(header));
  const before = concat(magic, Uint8Array.of(version, cipher), uint32(text.length), text);
  const nonce = random(nonceLength);
  // The id is the record's place in the vault; in a file it has to be said.
  const content = utf8(JSON.stringify({ entries: entries.map(entryToJson) }));
  return concat(before, nonce, seal(contentKey(sourceKey, header), nonce, pad(content), before));
}

const isHeader = (value: unknown): value is BackupHeader => {
  if (typeof value !== 'object' || value === null) return false;
  const { vault, epoch, createdAt, entries, salt, slots } =
    trustedCast<Record<string, unknown>>(value);
  return (
    typeof vault === 'string' &&
    fromBase64url(vault)?.length === 16 &&
    typeof salt === 'string' &&
    fromBase64url(salt)?.length === 16 &&
    [epoch, createdAt, entries].every((one) => Number.isSafeInteger(one) && Number(one) >= 0) &&
    Number(epoch) <= 0xff_ff_ff_ff &&
    Array.isArray(slots) &&
    slots.length > 0 &&
    slots.length <= 64 &&
    slots.every(isSlot)
  );
};

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

/**
 * Reads a backup file. Null: these bytes are none. Throws `format/too-new` and `format/damaged`.
 */
export function decodeBackup(bytes: Uint8Array): BackupFile | null {
  if (!magic.every((byte, at) => bytes[at] === byte)) return null;
  const damaged = new AppError('format/damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 14) throw damaged;
  if (view.getUint8(8) > version || view.getUint8(9) > cipher) throw new AppError('format/too-new');
  const headerLength = view.getUint32(10);
  const start = 14 + headerLength;
  if (view.getUint8(8) !== version || view.getUint8(9) !== cipher) throw damaged;
  if (headerLength > longestHeader || bytes.length < start + nonceLength + tagLength) throw damaged;
  const header = parsed(fromUtf8(bytes.subarray(14, start)));
  if (!isHeader(header)) throw damaged;
  return {
    header,
    open(sourceKey) {
      const nonce = bytes.subarray(start, start + nonceLength);
      const sealed = bytes.subarray(start + nonceLength);
      const key = contentKey(sourceKey, header);
      const padded = unseal(key, nonce, sealed, bytes.subarray(0, start));
      const content = padded && unpad(padded);
      if (!content) throw damaged;
      const { entries } = trustedCast<{ entries: readonly unknown[] }>(parsed(fromUtf8(content)));
      return entries.map((entry) => {
        const read = entryFromJson(trustedCast(entry));
        if (!read) throw damaged;
        return read;
      });
    },
  };
}
