import type { Derivation, Derive } from '../crypto';
import { AppError } from '../errors';

const gibibyteInKib = 1024 ** 2;
const within = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

/** What the function itself is defined for; anything else is damage. */
function isDefined(task: Derivation): boolean {
  const most = Number.MAX_SAFE_INTEGER;
  switch (task.kind) {
    case 'pbkdf2':
      return within(task.iterations, 1, most);
    case 'scrypt':
      return (
        within(task.cost, 2, most) &&
        Number.isInteger(Math.log2(task.cost)) &&
        within(task.blockSize, 1, most) &&
        within(task.lanes, 1, most)
      );
    default:
      return (
        within(task.passes, 1, most) &&
        within(task.lanes, 1, most) &&
        within(task.memory, 8 * task.lanes, most) &&
        task.salt.length >= 8
      );
  }
}

/** What is computed at most for a file: its parameters are anyone's, and could keep a computer busy for days. */
function isAffordable(task: Derivation): boolean {
  switch (task.kind) {
    case 'pbkdf2':
      return task.iterations <= 10_000_000;
    case 'scrypt':
      return (
        task.cost <= 2 ** 20 &&
        task.cost * task.blockSize * 128 <= gibibyteInKib * 1024 &&
        task.lanes <= 16
      );
    default:
      return task.memory <= gibibyteInKib && task.passes <= 32 && task.lanes <= 16;
  }
}

/**
 * Derives no key whose parameters are not sound (`format/damaged`) or cost too much
 * (`format/cost-too-high`, also where the memory can't be had). An empty password is wrong at once.
 */
export const boundedDerive =
  (derive: Derive): Derive =>
  async (task, signal) => {
    if (task.password.length === 0) throw new AppError('format/wrong-password');
    if (!isDefined(task)) throw new AppError('format/damaged');
    if (!isAffordable(task)) throw new AppError('format/cost-too-high');
    try {
      return await derive(task, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      throw new AppError('format/cost-too-high', {}, { cause });
    }
  };
