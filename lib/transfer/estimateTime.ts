import type { Derivation, Derive } from '../crypto';

/** Below this many milliseconds the probe itself would be felt, or nobody waits for it. */
const worthTelling = 1_000;

/** How much work a derivation is, in a unit of its own function: memory passes, mixed blocks or iterations. */
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

/** The same function with so little work that it takes some milliseconds; the first time its code is fetched too. */
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
 * How long a derivation will take here, in milliseconds, by a short probe of the same function: no more than
 * a guess, for nothing tells how far one has got. Null where it is not worth telling.
 */
export async function estimateTime(
  task: Derivation,
  derive: Derive,
  now: () => number,
): Promise<number | null> {
  const probe = probeOf(task);
  const share = workOf(task) / workOf(probe);
  if (share < 8) return null;
  // Once to be warm, once to be measured.
  await derive(probe);
  const start = now();
  await derive(probe);
  const estimate = (now() - start) * share;
  return estimate < worthTelling ? null : estimate;
}
