import { expect, test, vi } from 'vitest';
import { AppError } from '../../../lib/errors';
import { afterDurable, ignoreMirrorFailure } from '../../../lib/vault/entries/afterDurable';

const notMirrored = () => Promise.reject(new AppError('vault/not-mirrored'));
const notWritten = () => Promise.reject(new AppError('vault/no-entry'));

test('a failure of the mirror alone is ignored, and every other failure is not', async () => {
  await expect(ignoreMirrorFailure(Promise.resolve())).resolves.toBeUndefined();
  await expect(ignoreMirrorFailure(notMirrored())).resolves.toBeUndefined();
  await expect(ignoreMirrorFailure(notWritten())).rejects.toThrow('vault/no-entry');
});

test('what follows a change runs once the change is durable, even if only the mirror failed', async () => {
  const then = vi.fn(() => undefined);
  await afterDurable(Promise.resolve(), then);
  await expect(afterDurable(notMirrored(), then)).rejects.toThrow('vault/not-mirrored');
  expect(then).toHaveBeenCalledTimes(2);
  await expect(afterDurable(notWritten(), then)).rejects.toThrow('vault/no-entry');
  expect(then).toHaveBeenCalledTimes(2);
});
