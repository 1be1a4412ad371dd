import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromBase64url, toBase64url } from '../../../lib/crypto';
import { AppError } from '../../../lib/errors';
import { deflate, inflate } from '../../../lib/sync/deflate';
import { readContent } from '../../../lib/sync/readContent';
import {
  decodeSyncFile,
  encodeSyncFile,
  fileName,
  parseFileName,
} from '../../../lib/sync/syncFile';

/** One file of the frozen format: its name, its bytes, and whether it opens. */
interface Vector {
  readonly what: string;
  readonly name: string;
  readonly bytes: string;
  readonly opens: boolean;
  readonly content?: string;
}

interface Vectors {
  readonly key: string;
  readonly epoch: number;
  readonly files: readonly Vector[];
}

const path = 'tests/vectors/sync/v1.json';
const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();
const vectors = JSON.parse(readFileSync(path, 'utf8')) as Vectors;
const key = { epoch: vectors.epoch, key: bytesOf(vectors.key) };

const open = async ({ name, bytes }: Vector) => {
  const place = parseFileName(name);
  if (!place) return null;
  return decodeSyncFile(place, bytesOf(bytes), key).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
};

describe('version 1 of the sync file', () => {
  test('has at least 30 vectors, and at least 70% of them must not open', () => {
    const failing = vectors.files.filter(({ opens }) => !opens).length;
    expect(vectors.files.length).toBeGreaterThanOrEqual(30);
    expect(failing / vectors.files.length).toBeGreaterThanOrEqual(0.7);
  });

  test.each(vectors.files)('"$what" opens: $opens', async (vector) => {
    const text = await open(vector);
    expect(text !== null).toBe(vector.opens);
    if (vector.content !== undefined) expect(text).toBe(vector.content);
  });

  test('is read by an independent reader, which opens the same files and no others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-sync-'));
    // Uses a folder for each vector, because several vectors have the same file name.
    const files = vectors.files.map(({ name, bytes }, at) => {
      const inner = mkdtempSync(join(folder, `${at}-`));
      writeFileSync(join(inner, name), bytesOf(bytes));
      return join(inner, name);
    });
    const hex = Buffer.from(key.key).toString('hex');
    const reader = 'tests/support/readSyncFile.py';
    const output = execFileSync('python3', [reader, hex, ...files], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const lines = output.trim().split('\n');
    for (const [at, { what, opens, content }] of vectors.files.entries()) {
      const said = JSON.parse(lines[at] ?? 'null') as { error?: string };
      expect(said.error === undefined, what).toBe(opens);
      if (content !== undefined) expect(said, what).toEqual(JSON.parse(content));
    }
  });

  test('opens only under its own file name', async () => {
    const place = { set: '0a0b0c0d', replica: 'a'.repeat(16), seq: 7 };
    const bytes = await encodeSyncFile(place, '{}', key, (length) => new Uint8Array(length));
    expect(await decodeSyncFile(place, bytes, key)).toBe('{}');
    for (const change of [{ set: '0a0b0c0e' }, { replica: 'b'.repeat(16) }, { seq: 8 }])
      expect(await decodeSyncFile({ ...place, ...change }, bytes, key)).toBeNull();
    expect(await decodeSyncFile(place, bytes, { ...key, epoch: 2 })).toBeNull();
    expect(parseFileName(fileName(place))).toEqual(place);
  });

  test('reveals its size only in steps of 4,096 bytes', async () => {
    const place = { set: '0a0b0c0d', replica: 'a'.repeat(16), seq: 7 };
    const sizes = await Promise.all(
      ['', 'a', 'b'.repeat(3000)].map(async (text) => {
        const file = await encodeSyncFile(place, text, key, (length) => new Uint8Array(length));
        return file.length;
      }),
    );
    expect(new Set(sizes)).toEqual(new Set([38 + 4096 + 16]));
  });

  test('refuses a small file that inflates beyond the limit', async () => {
    const bomb = await deflate(new Uint8Array(200_000));
    expect(bomb.length).toBeLessThan(1000);
    expect(await inflate(bomb, 100_000)).toBeNull();
    expect((await inflate(bomb, 200_000))?.length).toBe(200_000);
  });
});

const content = (changes: object, entries: object) =>
  JSON.stringify({
    v: 1,
    since: 1,
    made: `${'0'.repeat(13)}${'a'.repeat(16)}`,
    name: 'Firefox on Linux',
    app: '1.0.0',
    seen: {},
    entries,
    ...changes,
  });

const many = (count: number, value: unknown, name: (at: number) => string) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), value]));
const replica = (at: number) => at.toString(16).padStart(16, '0');

describe('the content of a sync file', () => {
  const entry = {
    issuer: 'GitHub',
    account: 'ada',
    otp: { secret: 'AAAAAAAAAAAAAAAA' },
    position: 1,
    createdAt: 1,
    sync: { at: `${'0'.repeat(13)}${'a'.repeat(16)}` },
  };
  const id = toBase64url(new Uint8Array(16).fill(1));

  test('is rejected if it has more than 100,000 entries or has seen more than 64 devices', () => {
    expect(readContent(content({}, many(100_000, null, String)))?.invalid).toBe(100_000);
    expect(readContent(content({}, many(100_001, null, String)))).toBeNull();
    expect(readContent(content({ seen: many(64, 1, replica) }, {}))?.seen.size).toBe(64);
    expect(readContent(content({ seen: many(65, 1, replica) }, {}))).toBeNull();
  });

  test('is read with defaults for omitted fields', () => {
    const read = readContent(content({}, { [id]: entry }));
    expect(read?.state.size).toBe(1);
    expect(read?.invalid).toBe(0);
  });

  test.each([
    ['an issuer that is not a text', { ...entry, issuer: 7 }],
    ['an invalid secret', { ...entry, otp: { secret: '+' } }],
    ['eleven digits', { ...entry, otp: { ...entry.otp, digits: 11 } }],
    ['a period of 0', { ...entry, otp: { ...entry.otp, period: 0 } }],
    ['a counter below 0', { ...entry, otp: { ...entry.otp, counter: -1 } }],
    ['a position that is not a number', { ...entry, position: null }],
    ['no stamps', { ...entry, sync: {} }],
    ['an invalid stamp', { ...entry, sync: { at: 'yesterday' } }],
    ['too many tags', { ...entry, tags: Array.from({ length: 65 }, (_, at) => String(at)) }],
    ['a text instead of an object', 'entry'],
  ])('leaves out an entry with %s, and reads the others', (_, wrong) => {
    const other = toBase64url(new Uint8Array(16).fill(2));
    const read = readContent(content({}, { [id]: wrong, [other]: entry }));
    expect([...(read?.state.keys() ?? [])]).toEqual([other]);
    expect(read?.invalid).toBe(1);
  });

  test('changes nothing and is reported if its version is newer', () => {
    expect(() => readContent(content({ since: 2 }, {}))).toThrow('sync/too-new');
  });

  test.each(['', 'null', '[]', '{"v":1}', content({ made: 'x' }, {})])(
    'is rejected if it is %j',
    (text) => {
      expect(readContent(text)).toBeNull();
    },
  );
});
