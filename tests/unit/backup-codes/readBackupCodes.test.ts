import { expect, test } from 'vitest';
import { readBackupCodes } from '../../../lib/backup-codes';
import { decoys, layouts } from './layouts';

test('the tests cover at least thirty layouts of backup codes', () => {
  expect(layouts.length).toBeGreaterThanOrEqual(30);
});

test.each(layouts)('reads the backup codes of this layout: $name', ({ text, codes }) => {
  expect(readBackupCodes(text)).toEqual(codes);
});

test.each(decoys)('finds no backup codes in this text: $name', ({ text }) => {
  expect(readBackupCodes(text)).toEqual([]);
});

test.each(layouts)(
  'reads the backup codes of this layout among prose, telephone numbers and dates: $name',
  ({ text, codes }) => {
    const around = ['prose', 'American telephone numbers', 'dates with hyphens']
      .map((name) => decoys.find((decoy) => decoy.name === name)?.text ?? '')
      .join('\n\n');
    expect(readBackupCodes(`${around}\n\n${text}\n\n${around}`)).toEqual(codes);
  },
);

test('returns a repeated backup code once', () => {
  expect(readBackupCodes('ab12-cd34\nef56-gh78\nab12-cd34')).toEqual(['ab12-cd34', 'ef56-gh78']);
});
