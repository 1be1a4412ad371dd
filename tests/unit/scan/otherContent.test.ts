import { describe, expect, test } from 'vitest';
import { interpret } from '../../../lib/authenticator/import';

const others = (text: string) => interpret([text]).others;
const uri = (name: string) => `otpauth://totp/${name}:me?secret=JBSWY3DPEHPK3PXP&issuer=${name}`;
const issuers = (text: string) => interpret([text]).accounts.map(({ issuer }) => issuer);

describe('codes of other apps', () => {
  test.each([
    [
      'phonefactor://activate_account?code=123456789&url=https%3A%2F%2Fexample.com',
      'Microsoft Authenticator',
    ],
    ['msauth://code/msauth%3A%2F%2Fexample?x=1', 'Microsoft Authenticator'],
    ['oktaverify://me@example.com/?t=ABCDEF&f=1234&s=https://example.okta.com', 'Okta Verify'],
    ['duo://ABCDEFGHIJKLMNOPQRST-YXBpLTEyMzQ1Njc4LmR1b3NlY3VyaXR5LmNvbQ', 'Duo Mobile'],
    ['ABCDEFGHIJKLMNOPQRST-YXBpLTEyMzQ1Njc4LmR1b3NlY3VyaXR5LmNvbQ', 'Duo Mobile'],
    ['https://m-12345678.duosecurity.com/activate/ABCDEFGHIJKLMNOPQRST', 'Duo Mobile'],
    ['https://api-12345678.duosecurity.com/frame/qr?value=ABCDEFGHIJ', 'Duo Mobile'],
    ['pingid://activate?code=123456', 'PingID'],
    ['com.rsa.securid://ctf?ctfData=200012345', 'RSA Authenticator'],
    ['igmobileotp://?enr=12345', 'Entrust Identity'],
  ])("%s is reported as a code of %s, and its content isn't shown", (text, app) => {
    expect(others(text)).toEqual([{ kind: 'maker', text: app }]);
  });

  test("a passkey code is reported, and its content isn't shown", () => {
    expect(others('FIDO:/130961137450223912')).toEqual([{ kind: 'passkey', text: '' }]);
  });

  test.each([
    'https://duo.com/docs',
    'https://duosecurity.com.example.org/',
    'duolingo',
    'oktavia: the elder',
    'fidonet',
  ])("%s is not mistaken for another app's code", (text) => {
    expect(['web', 'text']).toContain(others(text)[0]?.kind);
  });
});

describe('scanning a text with several URIs', () => {
  test.each(['\n', '\r\n', ' ', ';', ', ', '\t', ''])(
    'reads two accounts separated by %j',
    (mark) => {
      expect(issuers(uri('One') + mark + uri('Two'))).toEqual(['One', 'Two']);
    },
  );

  test('ignores a NUL at the end', () => {
    expect(issuers(`${uri('One')}\0`)).toEqual(['One']);
  });

  test('finds a URI after other words', () => {
    expect(issuers(`Your code: ${uri('One')}`)).toEqual(['One']);
  });

  test('reads a valid URI beside a damaged URI', () => {
    const { accounts, unreadable } = interpret([`${uri('One')}\notpauth://totp/Two?issuer=Two`]);
    expect(accounts).toHaveLength(1);
    expect(unreadable).toMatchObject([{ name: 'Two', reason: 'otp/bad-uri' }]);
  });
});
