import { hotp } from './hotp';

const alphabet = '23456789BCDFGHJKMNPQRTVWXY';

/**
 * Computes a Steam Guard code. The code is the 31-bit number of RFC 4226 in base 26 with Steam's alphabet, lowest
 * digit first.
 */
export function steam(secret: Uint8Array, step: number): string {
  // Ten decimal digits can represent every 31-bit number.
  let value = Number(hotp({ secret, algorithm: 'SHA1', digits: 10 }, step));
  let code = '';
  for (let place = 0; place < 5; place++) {
    code += alphabet[value % 26];
    value = Math.floor(value / 26);
  }
  return code;
}
