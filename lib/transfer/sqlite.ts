import { AppError } from '../errors';

/** A value of a record, in one of SQLite's storage classes. */
export type SqliteValue = null | number | string | Uint8Array<ArrayBuffer>;
export type SqliteRow = Readonly<Record<string, SqliteValue>>;

const headerLength = 100;
const mostPages = 100_000;
const mostRows = 50_000;
const magic = 'SQLite format 3\0';

export const isSqlite = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, magic.length)) === magic;

/**
 * Reads the tables of a SQLite 3 database. Supports no indexes, queries or journals, because reading the accounts
 * of an app doesn't need them. A WebAssembly build of SQLite would add 354 kB. Throws `format/damaged`.
 * https://www.sqlite.org/fileformat2.html
 */
export function readSqlite(bytes: Uint8Array<ArrayBuffer>): (table: string) => SqliteRow[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
    const usable = size - view.getUint8(20);
    if (size < 512 || usable < 480) throw new AppError('format/damaged');
    const encoding = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'][view.getUint32(56)] ?? 'utf-8';
    const file: File = { view, size, usable, text: new TextDecoder(encoding) };
    const schema = records(file, 1);
    return (table) => {
      const found = schema.find(({ values: [type, name] }) => type === 'table' && name === table);
      const [, , , root, sql] = found?.values ?? [];
      if (typeof root !== 'number' || typeof sql !== 'string') return null;
      const columns = columnsIn(sql);
      return guarded(() =>
        records(file, root).map(({ id, values }) =>
          Object.fromEntries(
            columns.map(({ name, isRowId }, at) => [name, isRowId ? id : (values[at] ?? null)]),
          ),
        ),
      );
    };
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('format/damaged', {}, { cause });
  }
}

interface File {
  readonly view: DataView;
  readonly size: number;
  readonly usable: number;
  readonly text: TextDecoder;
}

interface Stored {
  readonly id: number;
  readonly values: readonly SqliteValue[];
}

function guarded<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('format/damaged', {}, { cause });
  }
}

/** Returns every record of the table B-tree at this root page (section 1.6). */
function records(file: File, root: number): Stored[] {
  const found: Stored[] = [];
  const waiting = [root];
  for (let visited = 0; waiting.length > 0; visited++) {
    if (visited > mostPages || found.length > mostRows) throw new AppError('format/too-large');
    const page = waiting.shift() ?? 0;
    const start = (page - 1) * file.size;
    const header = start + (page === 1 ? headerLength : 0);
    const kind = file.view.getUint8(header);
    const cells = file.view.getUint16(header + 3);
    const isLeaf = kind === 13;
    if (!isLeaf && kind !== 5) throw new AppError('format/damaged');
    for (let cell = 0; cell < cells; cell++) {
      const at = start + file.view.getUint16(header + (isLeaf ? 8 : 12) + 2 * cell);
      if (isLeaf) found.push(recordAt(file, at));
      else waiting.push(file.view.getUint32(at));
    }
    if (!isLeaf) waiting.push(file.view.getUint32(header + 8));
  }
  return found;
}

function recordAt(file: File, at: number): Stored {
  const length = varint(file.view, at);
  const id = varint(file.view, length.end);
  const payload = payloadAt(file, id.end, length.value);
  const view = new DataView(payload.buffer);
  const headerEnd = varint(view, 0);
  const values: SqliteValue[] = [];
  let body = headerEnd.value;
  for (let place = headerEnd.end; place < headerEnd.value;) {
    const type = varint(view, place);
    const size = sizeOf(type.value);
    values.push(valueAt(file, payload.subarray(body, body + size), type.value));
    body += size;
    place = type.end;
  }
  return { id: id.value, values };
}

/** Returns the bytes of a record, including its overflow pages (section 1.6, "payload"). */
function payloadAt(file: File, at: number, length: number): Uint8Array<ArrayBuffer> {
  const { view, usable, size } = file;
  if (length > view.byteLength) throw new AppError('format/damaged');
  const whole = new Uint8Array(length);
  const most = usable - 35;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : wanted <= most ? wanted : least;
  const copy = (from: number, to: number, count: number) =>
    whole.set(new Uint8Array(view.buffer, view.byteOffset + from, count), to);
  copy(at, 0, local);
  let next = local < length ? view.getUint32(at + local) : 0;
  for (let done = local; done < length;) {
    const start = (next - 1) * size;
    const count = Math.min(usable - 4, length - done);
    copy(start + 4, done, count);
    done += count;
    next = view.getUint32(start);
  }
  return whole;
}

function valueAt(file: File, bytes: Uint8Array<ArrayBuffer>, type: number): SqliteValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 0) return null;
  if (type === 7) return view.getFloat64(0);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7) return integer(bytes);
  return type % 2 === 0 ? bytes.slice() : file.text.decode(bytes);
}

/**
 * Reads a big-endian number in two's complement. Loses precision beyond 2^53, which no column of these tables
 * reaches.
 */
const integer = (bytes: Uint8Array): number =>
  bytes.reduce((value, byte, at) => value * 256 + (at === 0 && byte > 127 ? byte - 256 : byte), 0);

function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  if (type > 9) throw new AppError('format/damaged');
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0][type] ?? 0;
}

function varint(view: DataView, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let place = 0; place < 9; place++) {
    const byte = view.getUint8(at + place);
    value = place === 8 ? value * 256 + byte : value * 128 + (byte & 127);
    if (place === 8 || byte < 128) return { value, end: at + place + 1 };
  }
  throw new AppError('format/damaged');
}

/** Returns the column names in a CREATE TABLE statement. An INTEGER PRIMARY KEY column is the row's id. */
function columnsIn(sql: string): { readonly name: string; readonly isRowId: boolean }[] {
  const body = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  const parts = body.replace(/\([^()]*\)/g, '').split(',');
  return parts
    .map((part) => part.trim())
    .filter((part) => !/^(?:constraint|primary|unique|check|foreign)\b/i.test(part))
    .map((part) => ({
      name:
        (/^(?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]|(\S+))/.exec(part) ?? []).slice(1).find(Boolean) ??
        '',
      isRowId: /\binteger\s+primary\s+key\b/i.test(part),
    }));
}
