import { expect, test } from 'vitest';
import { readBackupCodes } from '../../../lib/backup-codes';
import { decoys, layouts } from './layouts';

test('there are at least thirty layouts', () => {
  expect(layouts.length).toBeGreaterThanOrEqual(30);
});

test.each(layouts)('codes are read: $name', ({ text, codes }) => {
  expect(readBackupCodes(text)).toEqual(codes);
});

test.each(decoys)('nothing is mistaken for codes: $name', ({ text }) => {
  expect(readBackupCodes(text)).toEqual([]);
});

test.each(layouts)(
  'codes are read among prose, telephone numbers and dates: $name',
  ({ text, codes }) => {
    const around = ['prose', 'American telephone numbers', 'dates with hyphens']
      .map((name) => decoys.find((decoy) => decoy.name === name)?.text ?? '')
      .join('\n\n');
    expect(readBackupCodes(`${around}\n\n${text}\n\n${around}`)).toEqual(codes);
  },
);

test('a code that is listed twice is one code', () => {
  expect(readBackupCodes('ab12-cd34\nef56-gh78\nab12-cd34')).toEqual(['ab12-cd34', 'ef56-gh78']);
});
