import type { Derivation, Derive } from '../crypto';

/** Minimum estimate that is worth a progress bar, in milliseconds. */
const worthTelling = 1_000;

/** Returns the amount of work in the unit of the derivation function: KiB × passes, blocks or iterations. */
function workOf(task: Derivation): number {
  switch (task.kind) {
    case 'pbkdf2':
      return task.iterations;
    case 'scrypt':
      return task.cost * task.blockSize * task.lanes;
    default:
      return task.memory * task.passes;
  }
}

/** Returns the same derivation with parameters that take a few milliseconds. */
function probeOf(task: Derivation): Derivation {
  switch (task.kind) {
    case 'pbkdf2':
      return { ...task, iterations: Math.min(task.iterations, 20_000) };
    case 'scrypt':
      return { ...task, cost: Math.min(task.cost, 2 ** 13), lanes: 1 };
    default:
      return {
        ...task,
        memory: Math.min(task.memory, Math.max(8 * task.lanes, 16 * 1024)),
        passes: 1,
      };
  }
}

/**
 * Estimates the duration of a derivation in milliseconds, by timing a short probe of the same function. Returns
 * null if the duration is too short for a progress bar.
 */
export async function estimateTime(
  task: Derivation,
  derive: Derive,
  now: () => number,
): Promise<number | null> {
  const probe = probeOf(task);
  const share = workOf(task) / workOf(probe);
  if (share < 8) return null;
  // The first run includes compilation, so only the second run is measured.
  await derive(probe);
  const start = now();
  await derive(probe);
  const estimate = (now() - start) * share;
  return estimate < worthTelling ? null : estimate;
}
