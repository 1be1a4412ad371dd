import { AppError } from '../errors';

/**
 * Decodes a data: URL like the data: URL processor of the Fetch standard. Accepts any case, parameters, percent
 * escapes, and line breaks in base64. Throws `scan/bad-image` for any other text.
 */
export function blobOfDataUrl(url: string): Blob {
  const match = /^\s*data:([^,]*),([^#]*)/i.exec(url);
  if (!match) throw new AppError('scan/bad-image');
  const [, type = '', body = ''] = match;
  const mime = type.trim();
  const isBase64 = /; *base64$/i.test(mime);
  const bytes = percentDecoded(body);
  return new Blob([isBase64 ? base64Decoded(bytes) : bytes], {
    type: mime.replace(/; *base64$/i, ''),
  });
}

function percentDecoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const escape = bytes[i] === 0x25 ? String.fromCharCode(...bytes.subarray(i + 1, i + 3)) : '';
    if (/^[0-9a-f]{2}$/i.test(escape)) {
      out[length++] = Number.parseInt(escape, 16);
      i += 2;
    } else out[length++] = bytes[i]!;
  }
  return out.subarray(0, length);
}

function base64Decoded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    const binary = atob(new TextDecoder('latin1').decode(bytes));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new AppError('scan/bad-image', {}, { cause });
  }
}
