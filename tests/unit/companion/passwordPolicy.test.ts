import { describe, expect, test } from 'vitest';
import { passwordRefusal } from '../../../lib/companion/mechanism/passwordPolicy';

const alone = (password: string, words: string[] = []) =>
  passwordRefusal(password, { secondFactor: false, words })?.code ?? 'ok';

const withCode = (password: string) =>
  passwordRefusal(password, { secondFactor: true, words: [] })?.code ?? 'ok';

describe('the password policy', () => {
  test.each([
    ['abcdefghqwxz12', 'password_too_short'],
    ['abcdefghqwxz123', 'ok'],
    ['no digits in here at all', 'ok'],
    ['🦊🦉🐙🐳🦔🐌🦋🐝🦀🐢🐬🦩🐧🦥🐞', 'ok'],
    [`long ${'and longer '.repeat(6)}`, 'ok'],
    ['passwordpassword', 'password_common'],
    ['aaaaaaaaaaaaaaaaaa', 'password_common'],
    ['larkfieldlarkfield', 'password_guessable'],
  ])('54: without 2FA, the password %j is rated: %s', (password, answer) => {
    expect(alone(password)).toBe(answer);
  });

  test('54: a password may have 128 characters, but not 129', () => {
    const text = Array.from({ length: 129 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    expect(alone(text)).toBe('password_too_long');
    expect(alone(text.slice(0, 128))).toBe('ok');
  });

  test('54: with 2FA, a password of 8 characters is long enough', () => {
    expect(withCode('abcqwxz')).toBe('password_too_short');
    expect(withCode('abcqwxz1')).toBe('ok');
    expect(withCode('abcdefghqwxz12')).toBe('ok');
    expect(withCode('sunshine1')).toBe('password_common');
  });

  test("54: a password made of the person's or the workspace's name is rejected", () => {
    expect(alone('lindqvist-lindqvist', ['Ben Lindqvist'])).toBe('password_guessable');
    expect(alone('Harbour Harbour 1', ['Harbour'])).toBe('password_guessable');
    expect(alone('Benn-Benn-Benn 1', ['Benn'])).toBe('password_guessable');
    expect(alone('a ship leaves Harbour at dawn', ['Harbour'])).toBe('ok');
  });
});
