import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { describe, expect, test, vi } from 'vitest';
import { estimatePassphrase, isGuessable } from '../../../lib/passphrases';
import { commonPasswords } from '../../../lib/passphrases/commonPasswords';
import { isCommonPassword } from '../../../lib/passphrases/isCommonPassword';

describe('estimating a passphrase', () => {
  test.each([
    'Trustno1!',
    '1q2w3e4r5t',
    'Liverpool1',
    'superman1!',
    'jesuschrist',
    'P@ssw0rd2024',
    'princess',
    'zaq12wsx',
    'qazwsxedc',
    'password',
    '        ',
    'PASSWORDpassword',
    'tessera2026',
    'abcdefghijklmnop',
  ])('rates %j as too easy to guess', async (passphrase) => {
    expect(await isGuessable(passphrase)).toBe(true);
  });

  test.each([
    'correct horse',
    'battery staple',
    'kT9#vW2$xq',
    'blue kettle river stone hat',
    'Sturmhaube Zitrone',
    '正しい馬の電池とホッチキス',
    'ракета над озером',
    '🦊🦉🐙🐳🦔🐌🦋🐝',
  ])('rates %j as hard to guess', async (passphrase) => {
    expect(await isGuessable(passphrase)).toBe(false);
  });

  test.each([
    ['princess', 'common'],
    ['superman1!', 'similar'],
    ['qwertzuiopü', 'keys'],
    ['vxvxvxvxvxvx', 'repeated'],
    ['mnopqrstuv', 'sequence'],
    ['17.04.1984', 'date'],
    ['kvxwqzjh', 'short'],
    ['blue kettle river stone hat', null],
  ])('gives the passphrase %j the advice "%s"', async (passphrase, weakness) => {
    expect((await estimatePassphrase(passphrase)).weakness).toBe(weakness);
  });

  test('rates an empty and a very long passphrase', async () => {
    expect((await estimatePassphrase('')).strength).toBe(0);
    expect((await estimatePassphrase('violet harbor '.repeat(2000))).strength).toBeLessThan(5);
  });

  test.each(['friend', 'FRIEND', 'fridayfriday'])(
    'rates %j lowest, because it is on the list of common passwords',
    async (passphrase) => {
      expect((await estimatePassphrase(passphrase)).strength).toBe(0);
    },
  );

  test('leaves no passphrase in the estimator', async () => {
    const check = vi.spyOn(ZxcvbnFactory.prototype, 'check');
    await estimatePassphrase('blue kettle river');
    expect(check.mock.calls).toEqual([['blue kettle river'], ['']]);
    check.mockRestore();
  });
});

describe('the list of common passwords', () => {
  test.each([
    'password',
    'PASSWORD',
    'ｐａｓｓｗｏｒｄ',
    'passwordpassword',
    'abcabcabc',
    'whatever',
  ])('contains %j', (text) => {
    expect(isCommonPassword(text)).toBe(true);
  });

  test("doesn't contain a phrase of common words", () => {
    expect(isCommonPassword('dragon monkey')).toBe(false);
  });

  test('has more than five thousand words, more than three thousand of them long enough for a passphrase', () => {
    const words = commonPasswords();
    expect(words.length).toBeGreaterThan(5000);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => word.length >= 8).length).toBeGreaterThan(3000);
    expect(words.slice(0, 300)).toContain('trustno1');
    expect(words.every((word) => /^[^A-Z\s]+$/.test(word))).toBe(true);
  });
});
