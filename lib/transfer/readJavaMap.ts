import { AppError } from '../errors';

/** Byte codes of the stream protocol (Java Object Serialization Specification, 6.4.2). */
const mark = {
  object: 0x73,
  classDesc: 0x72,
  endBlock: 0x78,
  null: 0x70,
  block: 0x77,
  text: 0x74,
  reference: 0x71,
  longText: 0x7c,
};
const firstHandle = 0x7e0000;
const maxEntries = 10_000;

const damaged = () => new AppError('format/damaged');

/**
 * Reads a serialized java.util.HashMap<String, String> whose class has one or two primitive fields of four bytes.
 * Throws `format/damaged` for any other content.
 */
export function readJavaMap(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 4;
  const skip = (length: number): number => {
    const start = at;
    at += length;
    if (at > bytes.length) throw damaged();
    return start;
  };
  const byte = () => view.getUint8(skip(1));
  const short = () => view.getUint16(skip(2));
  const long = () => view.getUint32(skip(4));
  const expect = (...marks: readonly number[]) => {
    for (const each of marks) if (byte() !== each) throw damaged();
  };
  const utf = (length: number) => {
    const start = skip(length);
    return new TextDecoder().decode(bytes.subarray(start, at));
  };

  expect(mark.object, mark.classDesc);
  utf(short());
  skip(8 + 1);
  const fieldCount = short();
  if (fieldCount > 8) throw damaged();
  for (let field = 0; field < fieldCount; field++) {
    skip(1);
    utf(short());
  }
  expect(mark.endBlock, mark.null);
  skip(4 * fieldCount);
  expect(mark.block, 8);
  skip(4);
  const count = long();
  if (count > maxEntries) throw damaged();

  // The first two handles belong to the class and the map itself, so texts are counted from the third.
  const texts: string[] = [];
  const text = (): string => {
    const kind = byte();
    if (kind === mark.reference) {
      const known = texts[long() - firstHandle - 2];
      if (known === undefined) throw damaged();
      return known;
    }
    if (kind === mark.longText && long() !== 0) throw damaged();
    if (kind !== mark.text && kind !== mark.longText) throw damaged();
    const value = utf(kind === mark.text ? short() : long());
    texts.push(value);
    return value;
  };
  const entries = Array.from({ length: count }, () => [text(), text()] as const);
  return new Map(entries);
}
