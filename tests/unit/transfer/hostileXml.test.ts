import * as kdbxweb from 'kdbxweb';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../lib/transfer';
import { checkKeePassXml } from '../../../lib/transfer/checkKeePassXml';
import { toolsWith } from './tools';

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (start: string, levels: number) => start.repeat(levels) + '</a>'.repeat(levels);

const bomb = `<!DOCTYPE KeePassFile [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 12 },
  (_, at) => {
    const before = at === 0 ? 'a' : `a${at - 1}`;
    return `<!ENTITY a${at} "${`&${before};`.repeat(10)}">`;
  },
).join('')}]>`;

describe('hostile KeePass XML', () => {
  test.each([
    ['entities that expand without limit', `${bomb}<KeePassFile>&a11;</KeePassFile>`],
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a document type of any kind', '<!doctype a><a/>'],
    ['too deep nesting', nested('<a>', 100_000)],
    ['nesting behind attributes that look like an end', nested('<a b="/>">', 1000)],
    [
      'nesting behind attributes in the other quotes that look like an end',
      nested("<a b='/>'>", 1000),
    ],
    ['a huge attribute', `<a b="${'x'.repeat(1_000_000)}"/>`],
    ['a huge number of attributes', `<a ${'b="" '.repeat(100_000)}/>`],
    ['an attribute without an end', '<a b="'.repeat(100_000)],
    ['a comment without an end', '<a><!-- '],
    ['a CDATA section without an end', '<a><![CDATA[ '],
    ['a processing instruction without an end', '<?xml '],
  ])('with %s is refused before it is parsed', (_, xml) => {
    expect(() => checkKeePassXml(xml)).toThrow('format/damaged');
  });

  test('that is longer than the limit is refused', () => {
    expect(() => checkKeePassXml(' '.repeat(64 * 1024 * 1024 + 1))).toThrow('format/too-large');
  });

  test('is distinguished from valid XML with similar text', () => {
    const xml =
      '<?xml version="1.0"?><!-- <!DOCTYPE a> --><a><b c="1 > 0" d=\'/>\'/><![CDATA[<!ENTITY b>]]>' +
      `${'<b/>'.repeat(1000)}${'<b></b>'.repeat(1000)}${'<b>'.repeat(199)}${'</b>'.repeat(199)}</a>`;
    expect(() => checkKeePassXml(xml)).not.toThrow();
  });

  test('is refused in an exported file', async () => {
    const file = bytes(`<?xml version="1.0"?><KeePassFile>${nested('<a>', 300)}</KeePassFile>`);
    await expect(readFile('a.xml', file, toolsWith(null))).rejects.toThrow('format/damaged');
  });
});

const password = 'correct horse';

/** Returns an empty database whose key derivation takes little time. */
async function database(version: 3 | 4): Promise<kdbxweb.Kdbx> {
  const credentials = new kdbxweb.KdbxCredentials(kdbxweb.ProtectedValue.fromString(password));
  await credentials.ready;
  const db = kdbxweb.Kdbx.create(credentials, 'Root');
  db.setVersion(version);
  if (version === 3) db.header.keyEncryptionRounds = 500;
  else {
    db.setKdf(kdbxweb.Consts.KdfId.Aes);
    const rounds = new kdbxweb.Int64(500);
    db.header.kdfParameters?.set('R', kdbxweb.VarDictionary.ValueType.UInt64, rounds);
  }
  return db;
}

/** Offset of the first KDBX 3 block's content, after the start bytes, index, hash and length. */
const blockAt = 32 + 4 + 32 + 4;
type Encrypt = (this: unknown, data: ArrayBuffer, key: ArrayBuffer) => Promise<ArrayBuffer>;

/** Saves a database whose gzip trailer claims `size` bytes of content. */
async function saveForged(
  db: kdbxweb.Kdbx,
  version: 3 | 4,
  size: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const format = kdbxweb.KdbxFormat.prototype;
  const encrypt: Encrypt = Reflect.get(format, 'encryptData');
  const encryptForged: Encrypt = function encryptForged(data, key) {
    const view = new DataView(data);
    const end = version === 3 ? blockAt + view.getUint32(blockAt - 4, true) : data.byteLength;
    view.setUint32(end - 4, size, true);
    return encrypt.call(this, data, key);
  };
  Reflect.set(format, 'encryptData', encryptForged);
  const file = await db.save().finally(() => Reflect.set(format, 'encryptData', encrypt));
  return new Uint8Array(file);
}

const read = async (db: kdbxweb.Kdbx) =>
  readFile('a.kdbx', new Uint8Array(await db.save()), toolsWith(password));

describe.each([3, 4] as const)('a KDBX %i database', (version) => {
  test('with too deeply nested groups is refused', async () => {
    const db = await database(version);
    let group = db.getDefaultGroup();
    for (let level = 0; level < 200; level++) group = db.createGroup(group, 'x');
    await expect(read(db)).rejects.toThrow('format/damaged');
  });

  test('that claims to take too much memory is refused before it is decompressed', async () => {
    const db = await database(version);
    const file = await saveForged(db, version, 0xffff_ffff);
    await expect(readFile('a.kdbx', file, toolsWith(password))).rejects.toThrow('format/too-large');
  });

  test('that decompresses to more than it claims is refused', async () => {
    const db = await database(version);
    db.getDefaultGroup().notes = 'x'.repeat(1_000_000);
    const file = await saveForged(db, version, 1000);
    await expect(readFile('a.kdbx', file, toolsWith(password))).rejects.toThrow('format/damaged');
  });

  test('with ordinary groups is read', async () => {
    const db = await database(version);
    const group = db.createGroup(db.getDefaultGroup(), 'Work');
    db.createEntry(group).fields.set('otp', 'otpauth://totp/Shop:ada?secret=JBSWY3DPEHPK3PXP');
    expect(await read(db)).toMatchObject({ kind: 'read', accounts: [{ issuer: 'Shop' }] });
  });
});
