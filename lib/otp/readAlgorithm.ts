import { AppError } from '../errors';
import type { Algorithm } from './Otp';

const named: Readonly<Record<string, Algorithm>> = {
  '1': 'SHA1',
  '256': 'SHA256',
  '512': 'SHA512',
};

/**
 * Reads the name of an algorithm in any spelling (SHA1, sha-256, HmacSHA512, HMAC-SHA-256, Algorithm.sha256).
 * Returns SHA1 for an empty name. Throws `otp/unknown-algorithm` for any other name, because SHA1 would give
 * wrong codes.
 */
export function readAlgorithm(text: string): Algorithm {
  const name = text.trim();
  if (name === '') return 'SHA1';
  const bits = /^(?:algorithm\.)?(?:hmac[-_]?)?sha[-_]?(\d+)$/i.exec(name)?.[1];
  const algorithm = named[bits ?? ''];
  if (!algorithm) throw new AppError('otp/unknown-algorithm', { algorithm: name.slice(0, 24) });
  return algorithm;
}
