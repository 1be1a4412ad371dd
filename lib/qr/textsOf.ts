import { AppError } from '../errors';
import { joinParts } from './joinParts';
import type { QrReading } from './QrReading';

/**
 * Returns the texts of a reading. Throws `scan/missing-part` (facts: `missing`, `size`) if only some parts of a
 * message were read, and `scan/too-many-codes` if a limit was reached.
 */
export function textsOf({ codes, parts, truncated }: QrReading): readonly string[] {
  const [message] = joinParts(parts).incomplete;
  if (message) {
    const { missing, size } = message;
    throw new AppError('scan/missing-part', { missing: missing.join(', '), size });
  }
  if (truncated) throw new AppError('scan/too-many-codes');
  return codes.map(({ text }) => text);
}
