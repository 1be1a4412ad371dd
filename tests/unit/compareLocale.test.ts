import { describe, expect, test } from 'vitest';
import { compareLocale, hashesOf } from '../support/localeTexts.mjs';

describe('comparing a translation with English', () => {
  const before = new Map([
    ['a.title', 'Accounts'],
    ['a.count.one', '$1 account'],
    ['a.count.other', '$1 accounts'],
  ]);
  const words = new Map([
    ['a.title', 'Konta'],
    ['a.count.one', '$1 konto'],
    ['a.count.few', '$1 konta'],
    ['a.count.many', '$1 kont'],
    ['a.count.other', '$1 konta'],
  ]);
  const record = Object.fromEntries(hashesOf(before));

  test('finds nothing when every text is translated from the current English', () => {
    expect(compareLocale(before, words, record)).toEqual({ missing: [], outdated: [] });
  });

  test('lists a new English text as missing, and a plural only once', () => {
    const now = new Map([...before, ['b.one', '$1 code'], ['b.other', '$1 codes'], ['c', 'New']]);
    expect(compareLocale(now, words, record)).toEqual({ missing: ['b', 'c'], outdated: [] });
  });

  test('lists a translation as outdated if a form of its English text changed', () => {
    const now = new Map([...before, ['a.count.one', 'One account']]);
    expect(compareLocale(now, words, record).outdated).toEqual(['a.count']);
  });

  test('lists a translation without a record as outdated', () => {
    expect(compareLocale(before, words, {}).outdated).toEqual(['a.title', 'a.count']);
  });
});
