import { describe, expect, test } from 'vitest';
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
