import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { codeAt } from '../../../lib/otp';
import { readFile } from '../../../lib/transfer';
import { bytesOf, fixtures, published, samples } from './fixtures';
import { toolsWith } from './tools';

const title = (fixture: (typeof fixtures)[number]) =>
  [`${fixture.format}: ${fixture.variant}`, fixture] as const;

const codeOf = async (act: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await act();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

describe('reading a fixture', () => {
  test.each(fixtures.map(title))('gives its accounts: %s', async (_, fixture) => {
    const bytes = await bytesOf(fixture);
    const result = await readFile(fixture.name, bytes, toolsWith(fixture.password ?? null));
    expect(result).toMatchObject({ kind: 'read', unreadable: [] });
    expect(result.kind === 'read' && result.accounts).toEqual(fixture.accounts);
  });
});

describe('a file with a password', () => {
  const locked = fixtures.filter(({ password }) => password !== undefined);

  test.each(locked.map(title))('asks for its password: %s', async (_, fixture) => {
    const result = await readFile(fixture.name, await bytesOf(fixture), toolsWith(null));
    expect(result.kind).toBe('needs-password');
  });

  test.each(locked.map(title))('rejects a wrong password: %s', async (_, fixture) => {
    const bytes = await bytesOf(fixture);
    for (const wrong of ['', 'wrong', `${fixture.password} `]) {
      const read = () => readFile(fixture.name, bytes, toolsWith(wrong));
      expect(await codeOf(read)).toBe('format/wrong-password');
    }
  });
});

describe('the fixtures', () => {
  test('exist for every format, and every fixture has a format', () => {
    const formats = readdirSync('lib/transfer/formats').map((file) => file.replace('.ts', ''));
    expect([...new Set(fixtures.map(({ format }) => format))].toSorted()).toEqual(
      formats.toSorted(),
    );
  });

  test('have sample accounts that show the published codes', () => {
    for (const { otp } of Object.values(samples)) {
      const { time, code } = published.get(otp) ?? { time: 0, code: 'none' };
      expect(codeAt(otp, time * 1000)).toBe(code);
    }
  });
});
