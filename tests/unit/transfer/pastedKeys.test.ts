import { expect, test } from 'vitest';
import { decodeBase32 } from '../../../lib/otp';
import { readFile } from '../../../lib/transfer';
import { toolsWith } from './tools';

const read = (text: string, name = '') =>
  readFile(name, new TextEncoder().encode(text), toolsWith(null));

test.each([
  ['invisible characters', 'JBSW\u200BY3DP\u200CEHPK\u20603PXP\uFEFF'],
  ['full-width characters', 'ＪＢＳＷＹ３ＤＰＥＨＰＫ３ＰＸＰ'],
  ['dashes and a full stop', 'JBSW-Y3DP–EHPK—3PXP.'],
  ['quotation marks', '«JBSWY3DPEHPK3PXP»'],
  ['a label', 'Key: JBSWY3DPEHPK3PXP'],
  ['a label in another language', '密钥：JBSWY3DPEHPK3PXP'],
  ['a heading', 'Setup key\nJBSW Y3DP EHPK 3PXP'],
  ['a sentence', 'Your key is JBSWY3DPEHPK3PXP'],
])('an import reads a pasted key with %s', async (_, text) => {
  expect(await read(text)).toMatchObject({
    app: 'secret key',
    accounts: [{ otp: { secret: decodeBase32('JBSWY3DPEHPK3PXP') } }],
    unreadable: [],
  });
});

test.each([
  ['JBSWY3DPEHPK3PX0', 'otp/bad-secret', { character: '0', position: 16 }],
  ['jbswy3dpehpk3px1', 'otp/bad-secret', { character: '1', position: 16 }],
  ['key jbswy3dpehpk3pxp', 'otp/words-around-key', {}],
])('an import says what is wrong with the pasted key %s', async (text, reason, facts) => {
  expect(await read(text)).toMatchObject({ accounts: [], unreadable: [{ reason, facts }] });
});

test.each([
  ['several keys, because they could be one key', 'JBSWY3DPEHPK3PXP\nKRSXG5CTMVRXEZLU', ''],
  ['a text without a key', 'Hello, this is an internationalization test', ''],
  ['a checksum in a file', '0b6ae4a58d1c4b3a9d0f0a2b3c4d5e6f', 'a.txt'],
])('an import takes no account from %s', async (_, text, name) => {
  await expect(read(text, name)).rejects.toThrow('format/unknown');
});
