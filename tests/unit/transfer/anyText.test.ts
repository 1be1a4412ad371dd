import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { readFile, type ReadTools } from '../../../lib/transfer';
import { keys } from './fixtures/samples';
import { toolsWith } from './tools';

const read = async (text: string, tools: ReadTools = toolsWith(null)) => {
  const result = await readFile('', Uint8Array.from(Buffer.from(text, 'latin1')), tools);
  if (result.kind !== 'read') throw new Error(result.kind);
  return {
    app: result.app,
    names: result.accounts.map(({ issuer, account }) => `${issuer} / ${account}`),
    unreadable: result.unreadable.map(({ name, reason }) => `${name}: ${reason}`),
  };
};
const uri = (name: string) => `otpauth://totp/${name}:a?secret=${keys.sha1}&issuer=${name}`;
const [one, two] = [uri('One'), uri('Two')];

test.each([
  ['Rich Text', `{\\rtf1\\ansi\\b ${one}\\b0\\par ${two}}`],
  [
    'the source of a script',
    `a = "${one.replaceAll('/', '\\/').replaceAll('&', '\\u0026')}", "${two}"`,
  ],
  [
    'a piece of HTML',
    `<p><a href='${one.replaceAll('&', '&#38;')}'>x</a>${two.replaceAll('&', '&amp;')}</p>`,
  ],
  ['YAML', `a:\n  - uri: "${one}"\n  - {uri: '${two}', b: 1}\n`],
  ['Markdown', `| name | link |\n| - | - |\n| One | ${one} |\n[Two](${two})`],
])('links are found in %s', async (_, text) => {
  expect(await read(text)).toMatchObject({ names: ['One / a', 'Two / a'], unreadable: [] });
});

const firstItem = `{"type":1,"name":"One","login":{"username":"a","totp":"${one}"}}`;

describe('a file that is cut off', () => {
  test('is read as far as possible, and says that accounts may be missing', async () => {
    const json = `{"encrypted":false,"items":[${firstItem},{"type":1,"name":"Two","login":{"us`;
    expect(await read(json)).toMatchObject({
      names: ['One / a'],
      unreadable: [': format/cut-off'],
    });
    const csv = `name,totp\nOne,${keys.sha1}\n"Two,${keys.sha256}\nThree,${keys.sha512}`;
    expect(await read(csv)).toMatchObject({ names: ['One / '], unreadable: [': format/cut-off'] });
  });

  test('is rejected as such if nothing in it is readable', async () => {
    const json = '{"version":1,"header":{"slots":null},"db":{"version":3,"entries":[{"type":"to';
    await expect(read(json)).rejects.toThrow(new AppError('format/cut-off'));
  });
});

test("the text of another maker's code is named", async () => {
  await expect(read('msauth://code/x?y=1')).rejects.toThrow(
    expect.objectContaining({ code: 'scan/other-app', facts: { app: 'Microsoft Authenticator' } }),
  );
  await expect(read('FIDO:/130961137450223912')).rejects.toThrow(new AppError('scan/passkey'));
});

test.each([
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0avifmif1'],
  ['TIFF', 'II*\0\x08\0\0\0'],
])('an image in the format %s is given to the reader of images', async (_, head) => {
  const result = await read(head, { ...toolsWith(null), readQr: async () => [one] });
  expect(result).toEqual({ app: 'QR code picture', names: ['One / a'], unreadable: [] });
});

describe('a JSON file', () => {
  test('with several lists of accounts is read completely', async () => {
    const json = {
      logs: [{ at: 1 }, { at: 2 }, { at: 3 }],
      shared: [{ name: 'Two', secret: keys.sha256, otp: { digits: 8 } }],
      own: { x: { name: 'One', secret: keys.sha1 }, y: { name: 'Three', secret: keys.sha512 } },
    };
    const { names, unreadable } = await read(JSON.stringify(json));
    expect(names.toSorted()).toEqual(['One / ', 'Three / ', 'Two / ']);
    expect(unreadable).toEqual([]);
  });

  test('with nested objects gives each account once', async () => {
    const json = { accounts: { x: { name: 'One', otp: { secret: keys.sha1 } } } };
    expect((await read(JSON.stringify(json))).names).toEqual(['One / ']);
  });
});

const field = (n: string, t: string, v: string) => ({ k: 'concealed', n, t, v });

test("1Password's former export gives every code of an item", async () => {
  const items = [
    {
      title: 'Shop',
      secureContents: {
        fields: [{ designation: 'username', value: 'ada' }],
        sections: [
          { fields: [field('TOTP_1', 'one-time password', keys.sha1)] },
          { fields: [field('TOTP_2', 'Till', keys.sha256), field('A1', 'x', 'y')] },
        ],
      },
    },
    { title: 'Note', secureContents: {} },
    {
      title: 'Old',
      trashed: true,
      secureContents: { sections: [{ fields: [field('TOTP_3', 'x', one)] }] },
    },
  ];
  const line = '***5642bee8-a5ff-11dc-8314-0800200c9a66***';
  const pif = items.map((item) => `${JSON.stringify(item)}\n${line}\n`).join('');
  const result = await readFile('data.1pif', Uint8Array.from(Buffer.from(pif)), toolsWith(null));
  expect(result).toMatchObject({
    app: '1Password',
    accounts: [
      { issuer: 'Shop', account: 'ada' },
      { issuer: 'Shop', account: 'ada (Till)' },
    ],
    unreadable: [],
    notes: [{ code: 'items-without-code' }, { code: 'in-trash', facts: { names: 'Old' } }],
  });
});
