import { describe, expect, test } from 'vitest';
import { errorWords } from '../../components/ui/errorWords';
import { AppError, errorCodes } from '../../lib/errors';

describe('errors', () => {
  test.each(errorCodes)('%s has a sentence of its own', (code) => {
    const words = errorWords(new AppError(code));
    expect(words).toMatch(/^[A-Z].*[.?]$/s);
    expect(errorCodes.filter((other) => errorWords(new AppError(other)) === words)).toEqual([code]);
  });

  test('an error nobody foresaw gets the general sentence and shows none of its own text', () => {
    expect(errorWords(new Error('secret JBSWY3DPEHPK3PXP'))).toBe(
      errorWords(new AppError('unexpected')),
    );
  });
});
