import { AppError } from '../errors';
import { fromBase64 } from './base64';
import { text } from './fields';

/** The bytes of a field in base64; throws `format/damaged` where they can't be had. */
export function base64Field(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = typeof value === 'string' ? fromBase64(value) : null;
  if (!bytes) throw new AppError('format/damaged');
  return bytes;
}

/** The bytes of a field in hexadecimal; throws `format/damaged` where they can't be had. */
export function hexField(value: unknown): Uint8Array<ArrayBuffer> {
  const hex = text(value);
  if (!/^(?:[0-9a-f]{2})+$/i.test(hex)) throw new AppError('format/damaged');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** A number that the file must have; throws `format/damaged`. */
export function integerField(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new AppError('format/damaged');
  return value;
}
