import type { Derivation, Derive } from '../crypto';
import { AppError } from '../errors';

const gibibyteInKib = 1024 ** 2;
/** Maximum work, in KiB × passes: 32 passes over one GiB, or more passes over less memory. */
const mostKibPasses = 32 * gibibyteInKib;

const within = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

/** Whether the key derivation function accepts the parameters. If not, the file is damaged. */
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

/**
 * Whether the cost is acceptable. A file chooses its own parameters, which could keep a computer busy for days.
 */
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
      return (
        task.memory <= gibibyteInKib &&
        task.memory * task.passes <= mostKibPasses &&
        task.lanes <= 16
      );
  }
}

/**
 * Checks the parameters before deriving a key. Throws `format/damaged` if the parameters are invalid,
 * `format/cost-too-high` if the parameters exceed the limits or the memory can't be allocated, and
 * `format/wrong-password` for an empty password.
 */
export const deriveWithinLimits =
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
