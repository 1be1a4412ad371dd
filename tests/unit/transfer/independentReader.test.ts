import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcessDerive, systemRandom } from '../../../lib/crypto';
import { codeAt } from '../../../lib/otp';
import { type ExportFormat, type ImportedAccount, writeFile } from '../../../lib/transfer';
import { password, samples } from './fixtures';

const seconds = 1_581_064_020;
const rich: ImportedAccount = {
  ...samples.plain,
  tags: ['Work'],
  note: 'two\nlines',
  pinned: true,
  hosts: ['github.com'],
};
const all = [rich, ...Object.values(samples).slice(1)];

const shown = ({
  issuer,
  account,
  otp,
  tags = [],
  note = '',
  pinned = false,
}: ImportedAccount) => ({
  issuer,
  account,
  code: codeAt(otp, seconds * 1_000),
  tags,
  note,
  pinned,
});

/** Returns the output of tests/support/readExports.py for a file. */
function readByPython(app: string, secret: string, text: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-exports-'));
  try {
    const file = join(folder, 'export');
    writeFileSync(file, text);
    const reader = ['-B', 'tests/support/readExports.py', app, String(seconds), secret, file];
    return JSON.parse(execFileSync('python3', reader, { encoding: 'utf8', stdio: 'pipe' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('an independent reader', () => {
  test.each<[ExportFormat, string, string | null, readonly string[]]>([
    ['aegis', 'aegis', null, ['totp', 'hotp', 'steam', 'motp', 'yandex']],
    ['aegis', 'aegis', password, ['totp', 'hotp', 'steam', 'motp', 'yandex']],
    ['twoFas', '2fas', null, ['totp', 'hotp', 'steam']],
    ['bitwarden', 'bitwarden', null, ['totp', 'steam']],
  ])(
    'reads the accounts of a %s export as %s with the password %j',
    async (format, app, secret, kinds) => {
      const tools = { password: secret, derive: inProcessDerive, random: systemRandom, now: 0 };
      const { text } = await writeFile(format, all, tools);
      const expected = all.filter(({ otp }) => kinds.includes(otp.kind)).map(shown);
      // 2FAS has no fields for notes and pinned accounts.
      const kept =
        app === '2fas'
          ? expected.map((each) => Object.assign(each, { note: '', pinned: false }))
          : expected;
      expect(readByPython(app, secret ?? '', text)).toEqual(kept);
    },
  );

  test('opens no encrypted export with a wrong password', async () => {
    const tools = { password, derive: inProcessDerive, random: systemRandom, now: 0 };
    const { text } = await writeFile('aegis', all, tools);
    expect(() => readByPython('aegis', 'another', text)).toThrow('no slot opens by this password');
  });
});
