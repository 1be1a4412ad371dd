import { expect, test } from 'vitest';
import { textsOf } from '../support/localeTexts.mjs';

const english = [...textsOf('en')].map(([key, text]) => [key, String(text)] as const);

/** Texts that quote a sentence of the account service's specification or another product's name. */
const quotes =
  /Protect your own login first|set up 2FA for your own login|\bOTP Auth\b|\bMobile-OTP\b/g;

/** Each thing's name, and the names that would make it look like another thing. */
const otherNames: readonly [name: string, others: RegExp][] = [
  ['backup code', /\b(recovery|rescue|emergency|scratch|spare) codes?\b/i],
  ['recovery key', /\b(backup|rescue|emergency) key\b/i],
  ['secret key', /\b(setup|set-up|shared|seed) key\b|\bsecret code\b/i],
  ['passphrase', /\b(master|vault|Tessera) password\b|\bpass phrase\b|\bpasscode\b/i],
  ['code', /\b(token|one-time password|OTP)s?\b/],
  ['two-factor authentication or 2FA', /\b(two|2)-step\b|\bMFA\b|\bmulti-factor\b/i],
  ['sign in and sign out', /\blog(ged|ging)?[ -]?(in|on|out|off)s?\b/i],
  ['email', /\be-mails?\b/i],
  ['image', /\bpictures?\b/i],
  ['linked site', /\bbound\b|\bbind(s|ing)?\b/i],
];

test.each(otherNames)('every English text says %s and no other name', (_, others) => {
  const wrong = english.filter(([, text]) => others.test(text.replaceAll(quotes, '')));
  expect(wrong).toEqual([]);
});
