/**
 * Starts every part of the background. If one fails, the others still start; `report` gets its
 * error.
 */
export function startEach(parts: readonly (() => void)[], report: (error: unknown) => void): void {
  for (const start of parts)
    try {
      start();
    } catch (error) {
      report(error);
    }
}
