import { findOtpUris } from '../otp';
import { isPlainObject } from './watchFields';

/** Returns every text in a JSON value of any shape. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) || isPlainObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** Returns the distinct URIs in the texts of a JSON value. */
export const urisIn = (value: unknown): string[] => [
  ...new Set(textsIn(value).flatMap((text) => findOtpUris(text).map(({ uri }) => uri))),
];
