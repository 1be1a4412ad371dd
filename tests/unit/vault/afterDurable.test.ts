import { expect, test, vi } from 'vitest';
import { AppError } from '../../../lib/errors';
import { afterDurable, ignoreMirrorFailure } from '../../../lib/vault/entries/afterDurable';

const notMirrored = () => Promise.reject(new AppError('vault/not-mirrored'));
const notWritten = () => Promise.reject(new AppError('vault/no-entry'));

test('ignoreMirrorFailure ignores a failure of the mirror alone and rethrows any other', async () => {
  await expect(ignoreMirrorFailure(Promise.resolve())).resolves.toBeUndefined();
  await expect(ignoreMirrorFailure(notMirrored())).resolves.toBeUndefined();
  await expect(ignoreMirrorFailure(notWritten())).rejects.toThrow('vault/no-entry');
});

test('the callback runs after a durable change, even if the mirror failed, and not after a failed change', async () => {
  const then = vi.fn(() => undefined);
  await afterDurable(Promise.resolve(), then);
  await expect(afterDurable(notMirrored(), then)).rejects.toThrow('vault/not-mirrored');
  expect(then).toHaveBeenCalledTimes(2);
  await expect(afterDurable(notWritten(), then)).rejects.toThrow('vault/no-entry');
  expect(then).toHaveBeenCalledTimes(2);
});
