import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { readFile } from '../../../lib/transfer';
import { noise } from './fixtures/sealing';
import { toolsWith } from './tools';

const secret = 'JBSWY3DPEHPK3PXP';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Returns a signature followed by arbitrary bytes that resemble ciphertext. */
const file = (signature: string, length = 4096): Uint8Array<ArrayBuffer> => {
  const content = Uint8Array.from({ length }, (_, at) => (at * 197 + (at >> 4) * 131 + 89) % 256);
  content.set(bytes(signature));
  return content;
};

const read = async (name: string, content: Uint8Array<ArrayBuffer>) =>
  readFile(name, content, toolsWith(null));

describe("importing a binary file that isn't an export never asks for a password", () => {
  test.each([
    ['a.rar', 'Rar!\x1a\x07\x01\0', 'RAR'],
    ['a.mp4', '\0\0\0\x18ftypisom\0\0\x02\0', 'MP4'],
    ['a', '\0\0\0\x18ftypisom\0\0\x02\0', 'MP4'],
    ['a.gz', '\x1f\x8b\x08\0', 'gzip'],
    ['a.7z', '7z\xbc\xaf\x27\x1c', '7-Zip'],
  ])('for %s starting with %j', async (name, signature, kind) => {
    await expect(read(name, file(signature))).rejects.toThrow(
      new AppError('format/other-file', { kind }),
    );
  });

  test('for Authenticator Plus and OTP Auth, each of which is reported with a specific error', async () => {
    await expect(read('authplus.db', file('', 8192))).rejects.toThrow('format/sqlcipher');
    await expect(read('a.otpauthdb', file('bplist00'))).rejects.toThrow('format/otp-auth');
  });
});

test('a file that is encrypted without a header asks for a password and says that its app is a guess', async () => {
  expect(await read('backup', Uint8Array.from(noise(4096)))).toMatchObject({
    kind: 'needs-password',
    app: 'andOTP',
    isGuess: true,
  });
});

const entry = (fields: Readonly<Record<string, string>>) =>
  `<Entry><UUID>AAAAAAAAAAAAAAAAAAAAAg==</UUID>${Object.entries(fields)
    .map(([key, value]) => `<String><Key>${key}</Key><Value>${value}</Value></String>`)
    .join('')}</Entry>`;
const database = (content: string) =>
  bytes(
    `<?xml version="1.0"?><KeePassFile><Meta/><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><Name>Root</Name>${content}</Group></Root></KeePassFile>`,
  );
const inGroup = (name: string, content: string) =>
  `<Group><UUID>AAAAAAAAAAAAAAAAAAAAAw==</UUID><Name>${name}</Name>${content}</Group>`;

/** Returns the tags of the accounts in a KeePass file. */
const tagsOf = async (content: Uint8Array<ArrayBuffer>) => {
  const result = await read('a.xml', content);
  return result.kind === 'read' ? result.accounts.map(({ tags }) => tags ?? []) : null;
};

describe('importing a KeePass file', () => {
  test('replaces KeeWeb\'s account name "default" with the entry\'s user name', async () => {
    const otp = `otpauth://totp/default?secret=${secret}`;
    const content = database(entry({ Title: 'Shop', UserName: 'ada', otp }));
    expect(await read('a.xml', content)).toMatchObject({
      accounts: [{ issuer: 'Shop', account: 'ada' }],
      unreadable: [],
    });
  });

  test('reads every group except the root group as a tag', async () => {
    const otp = `otpauth://totp/Shop:ada?secret=${secret}`;
    const content = entry({ Title: 'Shop', UserName: 'ada', otp });
    expect(await tagsOf(database(content))).toEqual([[]]);
    expect(await tagsOf(database(inGroup('Work', content)))).toEqual([['Work']]);
  });
});
