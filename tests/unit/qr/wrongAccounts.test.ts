import { expect, test } from 'vitest';
import { makeOtp } from '../../../lib/otp';
import { writeMigrationUris } from '../../../lib/transfer';
import { denseExport, enrollment } from '../../bench/qr/content';
import { random } from '../../bench/qr/random';
import { countWrongAccounts } from '../../bench/qr/wrongAccounts';

const uri = 'otpauth://totp/Acme:ann@mail.example?secret=JBSWY3DPEHPK3PXP&issuer=Acme';
const drawn = [uri, enrollment(random(1)), denseExport(random(1))];

const exported = (account: string) =>
  writeMigrationUris(
    [{ issuer: 'Acme', account, otp: makeOtp({ kind: 'totp', secret: Uint8Array.of(1, 2, 3) }) }],
    7,
  );

test('the accounts of the drawn texts are right', () => {
  const texts = [...drawn, ...exported('ann')];
  expect(countWrongAccounts(texts, texts)).toBe(0);
});

test.each([
  ['secret', uri.replace('JBSW', 'JBSX')],
  ['name', uri.replaceAll('ann', 'amn')],
  ['digits', `${uri}&digits=8`],
])('an account with a different %s is wrong', (_, read) => {
  expect(countWrongAccounts([read], drawn)).toBe(1);
});

test('an account of a different export is wrong', () => {
  expect(countWrongAccounts(exported('amn'), exported('ann'))).toBe(1);
});

test('a text that sets up no account is no wrong account', () => {
  expect(countWrongAccounts(['otpauth://totp/Acme:ann?secret=1'], [uri])).toBe(0);
});
