import { AppError } from '../errors';
import { fromBase64 } from './base64';
import { text } from './fields';

/** Decodes a required base64 field. Throws `format/damaged`. */
export function base64Field(value: unknown): Uint8Array<ArrayBuffer> {
  const bytes = typeof value === 'string' ? fromBase64(value) : null;
  if (!bytes) throw new AppError('format/damaged');
  return bytes;
}

/** Decodes a required hexadecimal field. Throws `format/damaged`. */
export function hexField(value: unknown): Uint8Array<ArrayBuffer> {
  const hex = text(value);
  if (!/^(?:[0-9a-f]{2})+$/i.test(hex)) throw new AppError('format/damaged');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Reads a required integer. Throws `format/damaged`. */
export function integerField(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new AppError('format/damaged');
  return value;
}
