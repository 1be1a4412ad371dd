/**
 * Returns a function that runs `work`, one run at a time. Any number of calls during a run cause one more run.
 * The function resolves once no run is pending.
 */
export function coalesce(work: () => Promise<unknown>): () => Promise<void> {
  let isDue = false;
  let running: Promise<void> | null = null;
  const runWhileDue = async () => {
    try {
      while (isDue) {
        isDue = false;
        await work();
      }
    } finally {
      running = null;
    }
  };
  return () => {
    isDue = true;
    running ??= runWhileDue();
    return running;
  };
}
