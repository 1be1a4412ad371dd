import { expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { parseOtpUri } from '../../../lib/otp';
import { failure, read, S } from './readUri';

const plain = `otpauth://totp/x?secret=${S}`;

function factsOf(uri: string): unknown {
  try {
    parseOtpUri(uri);
  } catch (error) {
    return error instanceof AppError ? error.facts : error;
  }
  return null;
}

test.each([
  `${plain}&vendor=x`,
  `${plain}&2step_output=20`,
  `${plain}&version=2`,
  `${plain}&issuer=Y&perio`,
  `${plain}&${S}`,
  'motp://x:y?secret=e3152afee62599c8&vendor=x',
  `steam://${S}?vendor=x`,
  `otpauth://totp/Steam?secret=${S}&digits=5&vendor=x`,
])('a URI with an unknown parameter is rejected: %s', (uri) => {
  expect(failure(uri)).toBe('otp/unknown-parameter');
});

test.each([
  'image=https%3A%2F%2Fx.example%2Fa.png&color=red&lock=true',
  'enrollment_tx_id=1&id=A&base_url=https%3A%2F%2Fx.example&counter=0',
  'b=032b75&version=1',
  'tags=%5B%5D&thumbnail=Default&icon=WinAuth',
])('parameters that only affect the display are accepted: %s', (params) => {
  expect(read(`${plain}&${params}`).otp).toEqual(read(plain).otp);
});

test('the error names an unknown parameter, but no text that may be part of the secret', () => {
  expect(factsOf(`${plain}&Vendor=x`)).toEqual({ parameter: 'vendor' });
  expect(factsOf('otpauth://totp/x?secret=JBSWY3DP&EHPK3PXP')).toEqual({ parameter: '&' });
  expect(factsOf('otpauth://totp/x?secret=JBSWY3DP&EHPKAPXP==')).toEqual({ parameter: '&' });
});
