import { describe, expect, test } from 'vitest';
import { codeAt, encodeHex, needsPin } from '../../../lib/otp';
import { S, read, failure } from './readUri';

describe('reading URIs of other kinds of codes', () => {
  test.each([
    ['its URI type', `otpauth://steam/Steam:me?secret=${S}&issuer=Steam`],
    ["a password manager's scheme", `steam://${S}`],
    ['the steam:// scheme in capitals', `StEam://${S}`],
    ["KeePassXC's parameter", `otpauth://totp/X:me?secret=${S}&encoder=steam`],
    ["Stratum's parameter", `otpauth://totp/X:me?secret=${S}&steam`],
    ['the issuer with five digits', `otpauth://totp/Steam:me?secret=${S}&digits=5`],
    ['the issuer alone', `otpauth://totp/Steam:me?secret=${S}`],
    ["Proton's base64 form of the scheme", 'steam://qwEjRWeJq83vASNFZ4mrze8BI0U'],
  ])('recognizes a Steam account by %s', (_, uri) => {
    expect(read(uri).otp).toMatchObject({ kind: 'steam', digits: 5, period: 30 });
  });

  test("reads WinAuth's Steam account, which has only a label and five digits", () => {
    const { issuer, account, otp } = read(`otpauth://totp/Steam?secret=${S}&digits=5`);
    expect({ issuer, account, kind: otp.kind }).toEqual({
      issuer: 'Steam',
      account: '',
      kind: 'steam',
    });
  });

  test('reads an account called Steam with six digits as TOTP', () => {
    const { otp } = read(`otpauth://totp/Steam:me?secret=${S}&issuer=Steam&digits=6`);
    expect(otp).toMatchObject({ kind: 'totp', digits: 6 });
  });

  test('decodes the base64 form of steam://', () => {
    expect(encodeHex(read('steam://qwEjRWeJq83vASNFZ4mrze8BI0U').otp.secret)).toBe(
      'ab0123456789abcdef0123456789abcdef012345',
    );
  });

  test('reads an mOTP URI without its PIN', () => {
    const { otp, issuer, account } = read('motp://Work:me?secret=e3152afee62599c8');
    expect({ issuer, account }).toEqual({ issuer: 'Work', account: 'me' });
    expect(needsPin(otp)).toBe(true);
    expect(codeAt({ ...otp, pin: '1234' }, 165_892_298_000)).toBe('e7d8b6');
    expect(failure('motp://x?secret=JBSWY3DP')).toBe('otp/bad-hex');
  });

  test.each([
    'otpauth://yaotp/me?secret=LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI&pin=G42TQNQ&pin_length=4',
    'otpauth://yandex/me?secret=LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI&pin=7586',
  ])('reads a Yandex account with its PIN: %s', (uri) => {
    expect(codeAt(read(uri).otp, 1_581_064_020_000)).toBe('oactmacq');
  });
});

describe("Terence Eden's test of authenticators, at Unix time 1741011292", () => {
  const now = 1_741_011_292_000;
  test.each([
    ['', '419231'],
    ['&digits=1&period=300', '7'],
    ['&algorithm=SHA256', '878984'],
    ['&algorithm=SHA512', '560428'],
    ['&algorithm=SHA-1', '419231'],
  ])('expects the parameters %j to give the code %s', (params, code) => {
    expect(
      codeAt(read(`otpauth://totp/issuer%3Aaccount?secret=QWERTYUIOP${params}`).otp, now),
    ).toBe(code);
    expect(
      codeAt(read(`otpauth://totp/issuer%3Aaccount?secret=QWERTYUIOP======${params}`).otp, now),
    ).toBe(code);
  });
});
