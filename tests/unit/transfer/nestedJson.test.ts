import { describe, expect, test } from 'vitest';
import { readFile } from '../../../lib/transfer';
import { openJson } from '../../../lib/transfer/openJson';
import { toolsWith } from './tools';

const nested = (open: string, close: string, levels: number) =>
  `${open.repeat(levels)}"otpauth://totp/a?secret=JBSWY3DPEHPK3PXP"${close.repeat(levels)}`;

describe('JSON that is nested too deeply', () => {
  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
    ['items', '[{"notes":', '}]'],
  ])('is read as text, and reported as faulty: %s', async (_, open, close) => {
    const bytes = new TextEncoder().encode(nested(open, close, 50_000));
    expect(await readFile('', bytes, toolsWith(null))).toMatchObject({
      accounts: [{ account: 'a' }],
      unreadable: [{ reason: 'format/cut-off' }],
    });
  });

  test('is refused after decryption', () => {
    const bytes = new TextEncoder().encode(nested('[', ']', 50_000));
    expect(() => openJson(bytes)).toThrow(expect.objectContaining({ code: 'format/damaged' }));
  });
});
