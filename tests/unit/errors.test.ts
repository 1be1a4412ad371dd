import { describe, expect, test } from 'vitest';
import { errorMessage } from '../../components/ui/errorMessage';
import { AppError, errorCodes } from '../../lib/errors';

describe('errors', () => {
  test.each(errorCodes)('%s has a sentence of its own', (code) => {
    const words = errorMessage(new AppError(code));
    expect(words).toMatch(/^[A-Z].*[.?]$/s);
    expect(errorCodes.filter((other) => errorMessage(new AppError(other)) === words)).toEqual([
      code,
    ]);
  });

  test('an error nobody foresaw gets the general sentence and shows none of its own text', () => {
    expect(errorMessage(new Error('secret JBSWY3DPEHPK3PXP'))).toBe(
      errorMessage(new AppError('unexpected')),
    );
  });
});
