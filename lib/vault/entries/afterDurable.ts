import { AppError } from '../../errors';

const isThere = (error: unknown) =>
  error instanceof AppError && error.code === 'vault/not-mirrored';

/**
 * Runs `then` once a change is durable, even if only the mirror failed. A mirror failure is rethrown after
 * `then`. If the change itself fails, `then` doesn't run.
 */
export async function afterDurable(change: Promise<void>, then: () => unknown): Promise<void> {
  const failure = await change.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  if (!failure || isThere(failure.error)) await then();
  if (failure) throw failure.error;
}

/** Resolves even if only the mirror failed, because the next unlock reports and repairs the mirror. */
export async function ignoreMirrorFailure(change: Promise<void>): Promise<void> {
  await change.catch((error: unknown) => {
    if (!isThere(error)) throw error;
  });
}
