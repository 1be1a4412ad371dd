import { AppError } from '../../errors';

const isThere = (error: unknown) =>
  error instanceof AppError && error.code === 'vault/not-mirrored';

/**
 * Runs `then` once a change is durable, also if only its mirror failed. The mirror failure is rethrown
 * after `then` has run. If the change fails, `then` doesn't run.
 */
export async function afterDurable(change: Promise<void>, then: () => unknown): Promise<void> {
  const failure = await change.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  if (!failure || isThere(failure.error)) await then();
  if (failure) throw failure.error;
}

/** Ignores a mirror failure: the next opening reports it. */
export async function ignoreMirrorFailure(change: Promise<void>): Promise<void> {
  await change.catch((error: unknown) => {
    if (!isThere(error)) throw error;
  });
}
