/**
 * Generated the frozen vectors of the sync file. New vectors are generated only for a new version of the format.
 */
import { toBase64url } from '../../lib/crypto';
import { stampChange } from '../../lib/sync';
import { writeContent } from '../../lib/sync/syncContent';
import { nextStamp } from '../../lib/sync/stamp';
import { encodeSyncFile, fileName } from '../../lib/sync/syncFile';
import { toState } from '../../lib/sync/toState';
import { newEntry } from './syncWorld';

const numbered = (start: number) => (length: number) =>
  Uint8Array.from({ length }, (_, at) => (start + at * 7) % 256);

/** Returns the vectors as JSON. */
export async function makeSyncVectors(): Promise<string> {
  const key = { epoch: 1, key: numbered(1)(32) };
  const place = { set: '0a0b0c0d', replica: '00112233445566ff', seq: 42 };
  const author = { now: 1_700_000_000_000, replica: place.replica };
  const content = (count: number) =>
    writeContent({
      made: nextStamp(author.now, author.replica, ''),
      name: 'Firefox on Linux',
      app: '1.0.0',
      seen: new Map([['ff'.repeat(8), 3]]),
      unreadable: new Map(),
      state: toState(
        Array.from({ length: count }, (_, at) =>
          stampChange(
            null,
            newEntry({
              id: toBase64url(numbered(at)(16)),
              issuer: `Beispiel ${at} ✓`,
              secret: numbered(at * 3)(20),
              position: at,
            }),
            author,
          ),
        ),
      ),
    });
  const files: object[] = [];
  const add = (what: string, name: string, bytes: Uint8Array, text?: string) =>
    files.push({
      what,
      name,
      bytes: toBase64url(bytes),
      opens: text !== undefined,
      ...(text !== undefined && { content: text }),
    });
  for (const [at, text] of ['{}', content(1), content(5), content(60)].entries())
    add(
      `content ${at}`,
      fileName(place),
      await encodeSyncFile(place, text, key, numbered(at)),
      text,
    );
  const text = '{"v":1}';
  const bytes = await encodeSyncFile(place, text, key, numbered(9));
  for (const offset of [
    0,
    7,
    8,
    9,
    10,
    13,
    14,
    37,
    38,
    100,
    2000,
    bytes.length - 17,
    bytes.length - 1,
  ]) {
    const altered = Uint8Array.from(bytes);
    altered[offset] = (altered[offset] ?? 0) ^ 1;
    add(`byte ${offset} altered`, fileName(place), altered);
  }
  for (const length of [0, 8, 14, 37, 38, 53, 54, 4000, bytes.length - 1])
    add(`cut to ${length} bytes`, fileName(place), bytes.subarray(0, length));
  add('one byte more', fileName(place), Uint8Array.of(...bytes, 0));
  for (const change of [{ set: 'ffffffff' }, { replica: 'f'.repeat(16) }, { seq: 41 }, { seq: 43 }])
    add(`renamed ${JSON.stringify(change)}`, fileName({ ...place, ...change }), bytes);
  add('a copy by other software', fileName(place).replace('.tsync', ' (1).tsync'), bytes);
  add('another ending', fileName(place).replace('.tsync', '.tmp'), bytes);
  add(
    'of another key',
    fileName(place),
    await encodeSyncFile(place, text, { epoch: 1, key: numbered(2)(32) }, numbered(9)),
  );
  return `${JSON.stringify({ key: toBase64url(key.key), epoch: key.epoch, files }, null, 1)}\n`;
}
