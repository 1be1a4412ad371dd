import { expect, test } from 'vitest';
import { readFile } from '../../../lib/transfer';
import { keys } from './fixtures/samples';
import { toolsWith } from './tools';

const png = Uint8Array.from('\x89PNG\r\n\x1a\n', (character) => character.charCodeAt(0));

/** Reads an image that contains QR codes of these texts. */
const read = async (...texts: string[]) =>
  readFile('code.png', png, { ...toolsWith(null), readQr: async () => texts });

test.each([
  ['phonefactor://activate_account?code=123456789', 'Microsoft Authenticator'],
  ['msauth://code/msauth%3A%2F%2Fexample?x=1', 'Microsoft Authenticator'],
  ['oktaverify://me@example.com/?t=ABCDEF&f=1234', 'Okta Verify'],
  ['duo://ABCDEFGHIJKLMNOPQRST-YXBpLTEyMzQ1Njc4LmR1b3NlY3VyaXR5LmNvbQ', 'Duo Mobile'],
])(
  'a QR code of another app in an image is reported and not shown: %s is %s',
  async (code, app) => {
    expect(await read(code)).toMatchObject({
      accounts: [],
      unreadable: [{ name: '#1', reason: 'scan/other-app', facts: { app } }],
    });
  },
);

test("a passkey's QR code in an image is reported, and an account beside it is read", async () => {
  const account = `otpauth://totp/One:a?secret=${keys.sha1}&issuer=One`;
  expect(await read(account, 'FIDO:/130961137450223912')).toMatchObject({
    accounts: [{ issuer: 'One' }],
    unreadable: [{ name: '#2', reason: 'scan/passkey' }],
  });
});

test('an image with the QR code of a web address gives no account', async () => {
  expect(await read('https://example.com')).toMatchObject({
    unreadable: [{ reason: 'scan/not-otpauth' }],
  });
});
