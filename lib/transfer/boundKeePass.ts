import type * as kdbxwebTypes from 'kdbxweb';
import { AppError } from '../errors';
import { checkKeePassXml } from './checkKeePassXml';

/** Maximum size of a database after decompression, in bytes. */
const largest = 64 * 1024 * 1024;

const hashLength = 32;
const gzip = 1;

type Format = { readonly kdbx: kdbxwebTypes.Kdbx };
type DecryptData = (this: Format, data: ArrayBuffer, key: ArrayBuffer) => Promise<ArrayBuffer>;
type DecryptXml = (this: Format, stream: unknown) => Promise<string>;
type Stream = Pick<kdbxwebTypes.BinaryStream, 'pos' | 'byteLength' | 'readBytesNoAdvance'>;
type ReadInnerHeader = (this: unknown, stream: Stream, context: unknown) => void;

const patched = new WeakSet<object>();

/**
 * Patches kdbxweb to limit what it decompresses and parses. kdbxweb allocates as many bytes as the gzip trailer
 * states, and it has no hook between decryption and parsing. The KDBX 3 reader returns the XML from `decryptXmlV3`.
 * The KDBX 4 reader parses the bytes after the inner header.
 */
export function boundKeePass({ KdbxFormat, KdbxHeader }: typeof kdbxwebTypes): void {
  const format: object = KdbxFormat.prototype;
  const header: object = KdbxHeader.prototype;
  if (patched.has(format)) return;
  patched.add(format);

  const decryptData: DecryptData = Reflect.get(format, 'decryptData');
  const decryptBounded: DecryptData = async function decrypt(data, key) {
    const opened = await decryptData.call(this, data, key);
    if (this.kdbx.header.compression === gzip)
      checkUnpackedSize(
        this.kdbx.versionMajor === 3
          ? lastBlock(opened, this.kdbx.header.streamStartBytes?.byteLength ?? 0)
          : new Uint8Array(opened),
      );
    return opened;
  };
  Reflect.set(format, 'decryptData', decryptBounded);

  const decryptXml: DecryptXml = Reflect.get(format, 'decryptXmlV3');
  const decryptChecked: DecryptXml = async function decryptXmlV3(stream) {
    const xml = await decryptXml.call(this, stream);
    checkKeePassXml(xml);
    return xml;
  };
  Reflect.set(format, 'decryptXmlV3', decryptChecked);

  const readInnerHeader: ReadInnerHeader = Reflect.get(header, 'readInnerHeader');
  const readChecked: ReadInnerHeader = function readChecked(stream, context) {
    readInnerHeader.call(this, stream, context);
    const rest = stream.readBytesNoAdvance(stream.pos, stream.byteLength);
    checkKeePassXml(new TextDecoder().decode(rest));
  };
  Reflect.set(header, 'readInnerHeader', readChecked);
}

/**
 * Checks the uncompressed size in the last four bytes of a gzip stream (RFC 1952). Throws `format/too-large` above
 * the limit.
 */
function checkUnpackedSize(packed: Uint8Array): void {
  if (packed.length < 4) throw new AppError('format/damaged');
  const trailer = new DataView(packed.buffer, packed.byteOffset + packed.length - 4);
  if (trailer.getUint32(0, true) > largest) throw new AppError('format/too-large');
}

/**
 * Returns the content of the last nonempty block of KDBX 3's decrypted data. A block has an index of four bytes, a
 * hash, its length in four bytes, and its content. Returns four zero bytes if there is no block. Doesn't throw,
 * because a wrong key decrypts to invalid blocks, which kdbxweb reports.
 */
function lastBlock(data: ArrayBuffer, start: number): Uint8Array {
  const view = new DataView(data);
  let last = new Uint8Array(4);
  let at = start;
  while (at + 4 + hashLength + 4 <= view.byteLength) {
    const length = view.getUint32(at + 4 + hashLength, true);
    const content = at + 4 + hashLength + 4;
    if (length === 0 || content + length > view.byteLength) return last;
    last = new Uint8Array(data, content, length);
    at = content + length;
  }
  return last;
}
