/** Starts every part of the background. One that fails stops no other; `report` gets its error. */
export function startEach(parts: readonly (() => void)[], report: (error: unknown) => void): void {
  for (const start of parts)
    try {
      start();
    } catch (error) {
      report(error);
    }
}
