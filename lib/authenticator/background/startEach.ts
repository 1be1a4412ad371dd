/** Starts every part of the background. If a part throws, passes its error to `report` and starts the others. */
export function startEach(parts: readonly (() => void)[], report: (error: unknown) => void): void {
  for (const start of parts)
    try {
      start();
    } catch (error) {
      report(error);
    }
}
