import { AppError } from '../../errors';

const isThere = (error: unknown) =>
  error instanceof AppError && error.code === 'vault/not-mirrored';

/**
 * Runs `then` once a change is there: also where only its mirror could not be written, of which the caller
 * hears afterwards. Without the change `then` is not run.
 */
export async function afterDurable(change: Promise<void>, then: () => unknown): Promise<void> {
  const failure = await change.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  if (!failure || isThere(failure.error)) await then();
  if (failure) throw failure.error;
}

/** As the change itself, but a mirror that could not be written is left for the next opening to tell. */
export async function ignoreMirrorFailure(change: Promise<void>): Promise<void> {
  await change.catch((error: unknown) => {
    if (!isThere(error)) throw error;
  });
}
