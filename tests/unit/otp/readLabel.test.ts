import { expect, test } from 'vitest';
import { parseOtpUri } from '../../../lib/otp';
import { readLabel } from '../../../lib/otp/readLabel';

test.each([
  ['the prefix ends at the first colon', 'A:b:me', '', 'A', 'b:me'],
  ['the parameter takes precedence', 'A:me', 'Acme', 'Acme', 'me'],
  [
    'a colon where another issuer of the same length would end is part of the account',
    'A:b:me',
    'xyz',
    'xyz',
    'b:me',
  ],
  ['the issuer may contain a colon', 'A:c: me', 'A:c', 'A:c', 'me'],
  [
    'an issuer with a colon is the prefix only if a colon follows it',
    'A:cme:me',
    'A:c',
    'A:c',
    'cme:me',
  ],
  ['a label without a colon is an account', 'me', 'Acme', 'Acme', 'me'],
])('reading a label: %s', (_, label, parameter, issuer, account) => {
  expect(readLabel(label, parameter)).toEqual({ issuer, account });
});

const uri = (secret: string) => `otpauth://totp/me?secret=${secret}`;

test.each(['JBSW Y3DP EHPK 3PXP', 'JBSW Y3DP EHPK 3P', 'JBSWY3DPEHPK3PXP'])(
  'a secret in groups is read completely: %s',
  (secret) => {
    const whole = parseOtpUri(uri(secret.replaceAll(' ', '')));
    expect(parseOtpUri(uri(secret))).toEqual(whole);
  },
);

test.each(['JBSWY3DP is your key', 'JBSW Y3 EHPK 3PXP', 'JBSW Y3DP EHPK3PXP'])(
  "words after a secret aren't read as part of the secret: %s",
  (secret) => {
    expect(() => parseOtpUri(uri(secret))).toThrow('otp/bad-secret');
  },
);
