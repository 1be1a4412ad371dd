import { describe, expect, test, vi } from 'vitest';
import { errorMessage } from '../../components/ui/errorMessage';
import { AppError, errorCodes } from '../../lib/errors';

describe('errors', () => {
  test.each(errorCodes)('%s has its own message', (code) => {
    const words = errorMessage(new AppError(code));
    expect(words).toMatch(/^[A-Z].*[.?]$/s);
    expect(errorCodes.filter((other) => errorMessage(new AppError(other)) === words)).toEqual([
      code,
    ]);
  });

  test("an unexpected error gets the general message, which doesn't contain the error's text", () => {
    expect(errorMessage(new Error('secret JBSWY3DPEHPK3PXP'))).toBe(
      errorMessage(new AppError('unexpected')),
    );
  });
});

test('an error of another bundle is recognized, and no other error is', async () => {
  vi.resetModules();
  const { AppError: OtherError } = await import('../../lib/errors');
  expect(OtherError).not.toBe(AppError);
  expect(new OtherError('vault/locked')).toBeInstanceOf(AppError);
  expect(errorMessage(new OtherError('vault/locked'))).toBe(
    errorMessage(new AppError('vault/locked')),
  );
  for (const other of [new Error('vault/locked'), { name: 'AppError' }, null, undefined])
    expect(other instanceof AppError).toBe(false);
});
