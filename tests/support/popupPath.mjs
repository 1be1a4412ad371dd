import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Returns the gzipped size of a built file in bytes. */
export const gzippedLength = (file) => gzipSync(readFileSync(file)).length;

/**
 * Returns the gzipped bytes of the scripts that run before the popup's first code, including everything that they
 * import.
 */
export function popupPath(folder) {
  const html = readFileSync(join(folder, 'popup.html'), 'utf8');
  return [...html.matchAll(/"\/(chunks\/[^"]+\.js)"/g)].reduce(
    (sum, [, file]) => sum + gzippedLength(join(folder, file)),
    0,
  );
}
