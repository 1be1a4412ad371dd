import { AppError } from '../errors';
import { parseJson } from './parseJson';

/**
 * Parses decrypted JSON. Throws `format/wrong-password` for null, which means that authentication failed, and
 * `format/damaged` for text that isn't JSON.
 */
export function openJson(opened: Uint8Array | null): unknown {
  if (opened === null) throw new AppError('format/wrong-password');
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(opened));
  } catch (cause) {
    throw new AppError('format/damaged', {}, { cause });
  }
}

/** Parses JSON from unauthenticated decryption. Throws `format/wrong-password` for text that isn't JSON. */
export function parseUnauthenticatedJson(opened: Uint8Array | null): unknown {
  try {
    return openJson(opened);
  } catch (cause) {
    throw new AppError('format/wrong-password', {}, { cause });
  }
}
