import { AppError } from '../errors';

/**
 * The JSON inside what was decrypted. Throws `format/wrong-password` where nothing was (null), for
 * authentication failed, and `format/damaged` where it is no JSON.
 */
export function openJson(opened: Uint8Array | null): unknown {
  if (opened === null) throw new AppError('format/wrong-password');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened));
  } catch (cause) {
    throw new AppError('format/damaged', {}, { cause });
  }
}

/** The same where nothing is authenticated: what is no JSON was opened with another password. */
export function openUnprovenJson(opened: Uint8Array | null): unknown {
  try {
    return openJson(opened);
  } catch (cause) {
    throw new AppError('format/wrong-password', {}, { cause });
  }
}
