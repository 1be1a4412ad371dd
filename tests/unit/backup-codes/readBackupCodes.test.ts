import { expect, test } from 'vitest';
import { readBackupCodes } from '../../../lib/backup-codes';
import { decoys, layouts } from './layouts';

test('covers at least thirty layouts', () => {
  expect(layouts.length).toBeGreaterThanOrEqual(30);
});

test.each(layouts)('reads codes: $name', ({ text, codes }) => {
  expect(readBackupCodes(text)).toEqual(codes);
});

test.each(decoys)('finds no codes in: $name', ({ text }) => {
  expect(readBackupCodes(text)).toEqual([]);
});

test.each(layouts)(
  'reads codes among prose, telephone numbers and dates: $name',
  ({ text, codes }) => {
    const around = ['prose', 'American telephone numbers', 'dates with hyphens']
      .map((name) => decoys.find((decoy) => decoy.name === name)?.text ?? '')
      .join('\n\n');
    expect(readBackupCodes(`${around}\n\n${text}\n\n${around}`)).toEqual(codes);
  },
);

test('returns a repeated code once', () => {
  expect(readBackupCodes('ab12-cd34\nef56-gh78\nab12-cd34')).toEqual(['ab12-cd34', 'ef56-gh78']);
});
