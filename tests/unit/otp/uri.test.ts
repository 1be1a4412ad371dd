import { describe, expect, test } from 'vitest';
import { parseOtpUri } from '../../../lib/otp';
import { S, read, failure } from './readUri';

describe('reading issuer and account from a URI', () => {
  test.each([
    [
      'the plain form',
      `otpauth://totp/GitHub:me@example.com?secret=${S}&issuer=GitHub`,
      'GitHub',
      'me@example.com',
    ],
    [
      'an escaped colon and spaces after it',
      `otpauth://totp/GitHub%3A%20%20me?secret=${S}`,
      'GitHub',
      'me',
    ],
    ['no issuer', `otpauth://totp/me?secret=${S}`, '', 'me'],
    ['no label', `otpauth://totp/?secret=${S}`, '', ''],
    ['no label and no slash', `otpauth://totp?secret=${S}&issuer=GitHub`, 'GitHub', ''],
    [
      'several colons',
      `otpauth://totp/Matrix:@edent_:matrix.org?secret=${S}`,
      'Matrix',
      '@edent_:matrix.org',
    ],
    ['a colon in the issuer', `otpauth://totp/A%3AB:me?secret=${S}&issuer=A%3AB`, 'A:B', 'me'],
    ['a leading colon', `otpauth://totp/:me?secret=${S}&issuer=GitHub`, 'GitHub', 'me'],
    [
      "a prefix that isn't the issuer",
      `otpauth://totp/MyOrg:me?secret=${S}&issuer=Microsoft`,
      'Microsoft',
      'me',
    ],
    [
      'a plus sign instead of a space in the issuer',
      `otpauth://totp/Air+Canada:me+2fa@example.com?secret=${S}&issuer=Air+Canada`,
      'Air Canada',
      'me+2fa@example.com',
    ],
    [
      'raw spaces and # in the label',
      `otpauth://totp/Mongo Atlas:Acc !@#444?secret=${S}`,
      'Mongo Atlas',
      'Acc !@#444',
    ],
    [
      '#EXT#@ in the label',
      `otpauth://totp/Azure:me_x.com#EXT#@y.onmicrosoft.com?secret=${S}&issuer=Azure`,
      'Azure',
      'me_x.com#EXT#@y.onmicrosoft.com',
    ],
    ['broken escapes', `otpauth://totp/100%:50%zz%?secret=${S}`, '100%', '50%zz%'],
    ["bytes that aren't UTF-8", `otpauth://totp/caf%E9:me?secret=${S}`, 'caf%E9', 'me'],
    [
      'other alphabets',
      `otpauth://totp/Füße:Юля 日本?secret=${S}&issuer=F%C3%BC%C3%9Fe`,
      'Füße',
      'Юля 日本',
    ],
    ['an ampersand', `otpauth://totp/A%26B:me?secret=${S}&issuer=A%26B`, 'A&B', 'me'],
    [
      'an ampersand that is not escaped',
      `otpauth://totp/x?secret=${S}&issuer=H&M&period=30`,
      'H&M',
      'x',
    ],
    [
      'an ampersand with spaces',
      `otpauth://totp/x?issuer=This & That&secret=${S}`,
      'This & That',
      'x',
    ],
    ['an issuer without a value', `otpauth://totp/:me?secret=${S}&issuer&period=30`, '', 'me'],
    [
      'a parameter that follows the issuer without an ampersand',
      `otpauth://totp/X:me?secret=${S}&issuer=Xperiod=30`,
      'X',
      'me',
    ],
    ['ampersands escaped for HTML', `otpauth://totp/X:me?secret=${S}&amp;issuer=Y`, 'Y', 'me'],
    ['ampersands escaped as numbers', `otpauth://totp/X:me?secret=${S}&#38;issuer=Y`, 'Y', 'me'],
    ['a URI in capitals', `OTPAUTH://TOTP/X:me?SECRET=${S}&ISSUER=Y`, 'Y', 'me'],
    ["Apple's scheme", `apple-otpauth://totp/X:me?secret=${S}`, 'X', 'me'],
    ['white space around the URI', `\n otpauth://totp/X:me?secret=${S} \r\n`, 'X', 'me'],
  ])('accepts %s', (_, uri, issuer, account) => {
    expect(read(uri)).toMatchObject({ issuer, account });
    expect(read(uri).otp).toEqual(read(`otpauth://totp/?secret=${S}`).otp);
  });
});

describe('reading parameters from a URI', () => {
  test.each([
    ['sha1', 'SHA1'],
    ['SHA-1', 'SHA1'],
    ['SHA-256', 'SHA256'],
    ['HmacSHA512', 'SHA512'],
    ['HMAC-SHA-256', 'SHA256'],
    ['Algorithm.sha256', 'SHA256'],
    ['', 'SHA1'],
  ])('reads the algorithm %j as %s', (spelling, algorithm) => {
    expect(read(`otpauth://totp/x?secret=${S}&algorithm=${spelling}`).otp.algorithm).toBe(
      algorithm,
    );
    expect(read(`otpauth://totp/x?secret=${S}&algo=${spelling}`).otp.algorithm).toBe(algorithm);
  });

  test.each(['MD5', 'SHA224', 'SHA384', 'SHA3-256', 'SHA2', 'GOST3411_2012_256', '256', 'x'])(
    'rejects the algorithm %s',
    (algorithm) => {
      const uri = `otpauth://totp/x?secret=${S}&algorithm=${algorithm}`;
      expect(failure(uri)).toBe('otp/unknown-algorithm');
    },
  );

  test.each([
    ['a period of one second', `otpauth://totp/x?secret=${S}&period=1`, { period: 1 }],
    ['a period of a day', `otpauth://totp/x?secret=${S}&period=86400`, { period: 86_400 }],
    ['one digit', `otpauth://totp/x?secret=${S}&digits=1`, { digits: 1 }],
    ['ten digits', `otpauth://totp/x?secret=${S}&digits=10`, { digits: 10 }],
    [
      'parameters with empty values',
      `otpauth://totp/x?secret=${S}&digits=&period=`,
      { digits: 6, period: 30 },
    ],
    ['a counter in Arabic digits', `otpauth://hotp/x?secret=${S}&counter=٧`, { counter: 7 }],
    ['a period in the parameter "step"', `otpauth://totp/x?secret=${S}&step=60`, { period: 60 }],
    ['digits in the parameter "length"', `otpauth://totp/x?secret=${S}&length=8`, { digits: 8 }],
    [
      'an algorithm in the parameter "hash"',
      `otpauth://totp/x?secret=${S}&hash=sha256`,
      { algorithm: 'SHA256' },
    ],
    [
      'parameters for display',
      `otpauth://totp/x?secret=${S}&image=https%3A%2F%2Fx.example%2Fa.png&lock=false&color=red&t0=0`,
      { digits: 6 },
    ],
    ['a counter', `otpauth://hotp/x?secret=${S}&counter=10300`, { kind: 'hotp', counter: 10_300 }],
    ['HOTP without its counter', `otpauth://hotp/x?secret=${S}`, { kind: 'hotp', counter: 0 }],
    ['a padded secret', `otpauth://totp/x?secret=${S}%3D%3D%3D`, { digits: 6 }],
    [
      'a secret with escaped spaces',
      'otpauth://totp/x?secret=jbsw%20y3dp+ehpk-3pxp',
      { digits: 6 },
    ],
  ])('accepts %s', (_, uri, expected) => {
    expect(read(uri).otp).toMatchObject({
      ...expected,
      secret: read(`otpauth://totp/x?secret=${S}`).otp.secret,
    });
  });

  test.each([
    ['otp/bad-uri', 'otpauth://totp/x'],
    ['otp/bad-uri', 'otpauth://totp/x?issuer=Y'],
    ['otp/unknown-type', `otpauth://foo/x?secret=${S}`],
    ['otp/unknown-type', `otpauth:///x?secret=${S}`],
    ['otp/bad-secret', 'otpauth://totp/x?secret='],
    ['otp/bad-secret', 'otpauth://totp/x?secret===='],
    ['otp/bad-secret', 'otpauth://totp/x?secret=PIUD1IS!EQYA'],
    ['otp/bad-digits', `otpauth://totp/x?secret=${S}&digits=0`],
    ['otp/bad-digits', `otpauth://totp/x?secret=${S}&digits=100`],
    ['otp/bad-digits', `otpauth://totp/x?secret=${S}&digits=six`],
    ['otp/bad-period', `otpauth://totp/x?secret=${S}&period=0`],
    ['otp/bad-period', `otpauth://totp/x?secret=${S}&period=-30`],
    ['otp/bad-period', `otpauth://totp/x?secret=${S}&period=86401`],
    ['otp/bad-period', `otpauth://totp/x?secret=${S}&period=1e1`],
    ['otp/bad-counter', `otpauth://hotp/x?secret=${S}&counter=-1`],
    ['otp/bad-counter', `otpauth://hotp/x?secret=${S}&counter=`],
    ['otp/bad-counter', `otpauth://hotp/x?secret=${S}&counter=1e3`],
    ['otp/bad-secret', `otpauth://totp/x?secret=${S} from work`],
    ['otp/several-uris', `otpauth://totp/x?secret=${S},otpauth://totp/y?secret=${S}`],
    ['otp/unknown-parameter', `otpauth://totp/x?secret=${S}&digits=6&digits=8`],
    ['otp/unknown-parameter', `otpauth://totp/x?secret=${S}&secret=ABCDEFGH`],
    ['otp/unknown-parameter', `otpauth://totp/x?secret=${S}&period=30&step=60`],
    ['otp/unknown-parameter', `otpauth://totp/x?secret=${S}&t0=60`],
    ['otp/unknown-parameter', `otpauth://totp/x?secret=${S}&encoder=other`],
    ['otp/unknown-parameter', `otpauth://totp/x?secret=${S}&encoding=hex`],
    ['otp/unknown-parameter', `otpauth://totp/x?secret=${S}&digi=8`],
    ['otp/bad-counter', `otpauth://hotp/x?secret=${S}&counter=9007199254740993`],
  ])('throws %s for %s', (code, uri) => {
    expect(failure(uri)).toBe(code);
  });

  test.each([
    '',
    'hello',
    S,
    'https://example.com/otpauth://totp/x',
    'otpauth-migration://offline?data=CgA',
    'otpauth:totp',
    'steam://run/440',
  ])("returns null for %j, which isn't an otpauth URI", (text) => {
    expect(parseOtpUri(text)).toBeNull();
  });
});
