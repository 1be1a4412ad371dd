import { expect, test } from 'vitest';
import {
  isListOf,
  isNumber,
  isObjectOf,
  isOneOf,
  isRecordOf,
  isText,
  isWithin,
} from '../../../lib/platform';

test.each([
  ['a number', isNumber, [0, -1.5], [Number.NaN, '1', null, undefined]],
  ['a number within bounds', isWithin(0, 600), [0, 600], [-1, 601, Number.NaN, '5']],
  [
    'one of several words',
    isOneOf('dark', 'light'),
    ['dark', 'light'],
    ['', 'Dark', null, ['dark']],
  ],
  ['a list of texts', isListOf(isText), [[], ['a']], [['a', 1], 'a', { 0: 'a', length: 1 }, null]],
  ['a record of numbers', isRecordOf(isNumber), [{}, { a: 1 }], [{ a: '1' }, [1], null, 'a']],
  [
    'an object with given fields',
    isObjectOf({ id: isText, host: isText }),
    [
      { id: 'a', host: 'b' },
      { id: 'a', host: 'b', more: 1 },
    ],
    [{ id: 'a' }, { id: 'a', host: 1 }, Object.create({ id: 'a', host: 'b' }), [], null],
  ],
])(
  'the guard for %s accepts valid values only',
  (_, isValid, valid: unknown[], invalid: unknown[]) => {
    expect(valid.filter((value) => !isValid(value))).toEqual([]);
    expect(invalid.filter((value) => isValid(value))).toEqual([]);
  },
);
