import { describe, expect, test } from 'vitest';
import { readIconPack } from '../../../lib/transfer/iconPack/readIconPack';
import { packId, packZip, redSquare, zipOf } from '../../support/packFile';

const row = { filename: 'icons/GitHub.svg', category: 'Web', issuer: ['GitHub', 'github.com'] };
const files = { 'icons/GitHub.svg': redSquare };

/** Returns the names of the images in a version of the pack. */
const namesIn = async (version: number) =>
  (await readIconPack(await packZip([row], files, { version }))).images.map(({ icon }) => icon);

describe('an icon pack', () => {
  test('is read with its names, issuers and images', async () => {
    const named = { ...row, name: 'Git Hub', filename: 'b.PNG' };
    const pack = await readIconPack(
      await packZip([row, named], { ...files, 'b.PNG': Uint8Array.of(1, 2, 3), 'other.svg': '' }),
    );
    expect(pack).toMatchObject({ uuid: packId, name: 'Shapes', version: 7, left: 0 });
    expect(pack.images.map(({ name, issuers }) => [name, issuers])).toEqual([
      ['GitHub', ['GitHub', 'github.com']],
      ['Git Hub', ['GitHub', 'github.com']],
    ]);
    expect(new TextDecoder().decode(pack.images[0]?.bytes)).toBe(redSquare);
  });

  test('gives the same image the same name in every version, and short enough for sync', async () => {
    const [icon = ''] = await namesIn(1);
    expect(await namesIn(2)).toEqual([icon]);
    expect(icon).toMatch(new RegExp(`^pack:${packId}:[\\w-]{16}$`));
    expect(icon.length).toBeLessThanOrEqual(128);
  });

  test('leaves out images that are missing, damaged, too large, encrypted or of another kind', async () => {
    const listed = ['a.svg', 'missing.svg', 'large.svg', 'c.exe', 'd.html', ''].map((filename) => ({
      filename,
      issuer: [],
    }));
    const pack = await readIconPack(
      await packZip(listed, {
        'a.svg': redSquare,
        'large.svg': new Uint8Array(256 * 1024 + 1),
        'c.exe': 'MZ',
        'd.html': '<script>',
      }),
    );
    expect(pack.images).toHaveLength(1);
    expect(pack.left).toBe(5);
  });

  test('keeps one image for a file that is listed twice', async () => {
    expect((await readIconPack(await packZip([row, row], files))).images).toHaveLength(1);
  });

  test('cleans and shortens names, and ignores fields of the wrong type', async () => {
    const odd = {
      ...row,
      name: `\u202e${'x'.repeat(500)}`,
      issuer: [...Array.from({ length: 90 }, (_, i) => `i${i}`), 5, null, {}],
    };
    const pack = await readIconPack(
      await packZip([odd, 'text', null, { filename: {}, issuer: 'GitHub' }], files, {
        name: ['a'],
        version: 'x',
      }),
    );
    expect(pack).toMatchObject({ name: packId, version: 1, left: 3 });
    expect(pack.images[0]?.name).toBe('x'.repeat(100));
    expect(pack.images[0]?.issuers).toHaveLength(50);
  });
});

/** Returns a ZIP without content whose directory lists this many empty members. */
function directoryOf(count: number): Uint8Array<ArrayBuffer> {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  const entries = Array.from({ length: count }, (_, i) => {
    const name = Buffer.from(String(i));
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(name.length, 28);
    return Buffer.concat([entry, name]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, directory, end]));
}

describe('a hostile pack', () => {
  const refused: readonly [string, () => Promise<Uint8Array<ArrayBuffer>>, string][] = [
    ['that is no ZIP', () => Promise.resolve(new TextEncoder().encode('hello')), 'not-a-pack'],
    ['that is empty', () => Promise.resolve(new Uint8Array()), 'not-a-pack'],
    ['that is cut off', async () => (await packZip([row], files)).slice(0, 150), 'not-a-pack'],
    ['without pack.json', () => zipOf(files), 'not-a-pack'],
    ['whose pack.json is in a folder', () => zipOf({ 'x/pack.json': '{}' }), 'not-a-pack'],
    ['whose pack.json is no JSON', () => zipOf({ 'pack.json': '{', ...files }), 'not-a-pack'],
    ['whose pack.json is a list', () => zipOf({ 'pack.json': '[]', ...files }), 'not-a-pack'],
    [
      'whose id is a path',
      () => packZip([row], files, { uuid: '../../../../../../../etc/passwd/0000' }),
      'not-a-pack',
    ],
    ['without images', () => packZip([]), 'not-a-pack'],
    ['whose icons are no list', () => packZip([row], files, { icons: {} }), 'not-a-pack'],
    [
      'that is encrypted',
      async () => zipOf({ 'pack.json': '{}', ...files }, { password: 'x' }),
      'not-a-pack',
    ],
    [
      'with 100,000 icons',
      () =>
        packZip(
          Array.from({ length: 100_000 }, (_, i) => ({ filename: `${i}.svg` })),
          files,
        ),
      'pack-too-large',
    ],
    [
      'whose pack.json unpacks to 5 MB',
      () => packZip([row], files, { padding: ' '.repeat(5_000_000) }),
      'not-a-pack',
    ],
    [
      'whose images unpack to more than 64 MB',
      () => {
        const bomb = new Uint8Array(256 * 1024);
        const names = Array.from({ length: 257 }, (_, i) => `${i}.svg`);
        return packZip(
          names.map((filename) => ({ filename })),
          Object.fromEntries(names.map((name) => [name, bomb])),
        );
      },
      'pack-too-large',
    ],
    [
      'of more than 64 MB',
      () => Promise.resolve(new Uint8Array(64 * 1024 * 1024 + 1)),
      'pack-too-large',
    ],
  ];

  test.each(refused)('%s is refused', async (_, make, code) => {
    const error: unknown = await readIconPack(await make()).catch((thrown: unknown) => thrown);
    expect((error as { code?: string }).code).toBe(`icons/${code}`);
  });

  test('with more than 20,000 members is refused', async () => {
    await expect(readIconPack(directoryOf(20_001))).rejects.toMatchObject({
      code: 'icons/pack-too-large',
    });
  });

  test('with a member outside of its folder is refused', async () => {
    const filename = '../../../evil.svg';
    const bytes = await packZip([{ ...row, filename }], { [filename]: redSquare });
    await expect(readIconPack(bytes)).rejects.toMatchObject({ code: 'icons/not-a-pack' });
  });

  test('finds only members of the ZIP, whatever path it lists', async () => {
    const listed = ['../a.svg', '/etc/a.svg', 'https://a.example/a.svg', 'file:///a.svg'];
    const rows = [row, ...listed.map((filename) => ({ filename, issuer: [] }))];
    const pack = await readIconPack(await packZip(rows, files));
    expect([pack.images.length, pack.left]).toEqual([1, 4]);
  });

  test('counts the bytes that an image really unpacks to, whatever the ZIP says', async () => {
    const bytes = await packZip([row], { 'icons/GitHub.svg': new Uint8Array(300_000) });
    const view = new DataView(bytes.buffer);
    // Both headers of the ZIP then say that the image has one byte.
    for (let at = 0; at < bytes.length - 30; at++) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50 && view.getUint32(at + 22, true) === 300_000)
        view.setUint32(at + 22, 1, true);
      if (signature === 0x02014b50 && view.getUint32(at + 24, true) === 300_000)
        view.setUint32(at + 24, 1, true);
    }
    await expect(readIconPack(bytes)).rejects.toMatchObject({ code: 'icons/not-a-pack' });
  });
});
