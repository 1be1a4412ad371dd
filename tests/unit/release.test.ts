import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { billOfMaterials } from '../support/billOfMaterials.mjs';
import { reproducibleZip } from '../support/zip.mjs';

const bytes = (text: string) => new TextEncoder().encode(text);

test('equal files give equal archives, whatever their order', async () => {
  const files = [
    { name: 'b/two.txt', bytes: bytes('two') },
    { name: 'a.txt', bytes: bytes('one '.repeat(1000)) },
  ];
  const first = await reproducibleZip(files);
  expect(await reproducibleZip(files.toReversed())).toEqual(first);
});

test("an archive doesn't depend on the time zone", () => {
  const script = `
    import { reproducibleZip } from './tests/support/zip.mjs';
    const zip = await reproducibleZip([{ name: 'a.txt', bytes: new TextEncoder().encode('one') }]);
    console.log(Buffer.from(zip).toString('hex'));`;
  const inZone = (TZ: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  expect(inZone('Pacific/Kiritimati')).toBe(inZone('America/Los_Angeles'));
});

test('other programs can read a release archive', async () => {
  const zip = await reproducibleZip([{ name: 'folder/a.txt', bytes: bytes('one') }]);
  const folder = mkdtempSync(join(tmpdir(), 'tessera-zip-'));
  writeFileSync(join(folder, 'a.zip'), zip);
  const script = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("folder/a.txt"))';
  const read = execFileSync('python3', ['-c', script, join(folder, 'a.zip')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(read).toBe("b'one'\n");
});

test('the bill of materials lists each bundled package once, with its license and hash', () => {
  const line = '-'.repeat(72);
  const notices = `${line}\n@noble/ciphers 2.4.0 (MIT)\n\ntext\n\n${line}\nzxing-cpp (Apache-2.0)\n\ntext\n`;
  const lock = {
    packages: { 'node_modules/@noble/ciphers': { version: '2.4.0', integrity: 'sha512-AAEC' } },
  };
  const bill = JSON.parse(billOfMaterials({ version: '1.0.0', notices: [notices, notices], lock }));
  expect(bill.components).toEqual([
    {
      type: 'library',
      'bom-ref': 'pkg:npm/%40noble/ciphers@2.4.0',
      name: '@noble/ciphers',
      version: '2.4.0',
      purl: 'pkg:npm/%40noble/ciphers@2.4.0',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: '000102' }],
    },
  ]);
});
