import type { Stored } from './dumpStorage';

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const toBase32 = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => base32Letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
};

/** Decodes a secret key in base32, with or without spaces. */
export const fromBase32 = (text: string): Buffer => {
  const bits = (text.toUpperCase().match(/[A-Z2-7]/g) ?? [])
    .map((letter) => base32Letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/**
 * Returns the parts of the base64 of `bytes` that don't depend on the surrounding bytes. Base64 encodes three
 * bytes at a time, so there is one such part for each of three alignments. The letters at the ends also encode
 * neighboring bytes and are left out.
 */
const base64Cores = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return text.slice(shift === 0 ? 0 : shift + 1, -1);
  });

/** Returns every form in which bytes could be stored unencrypted. */
const formsOf = (bytes: Buffer): (readonly [form: string, bytes: Buffer])[] => {
  const base64 = base64Cores(bytes);
  return [
    ['plain', bytes],
    ['UTF-16', Buffer.from(bytes.toString('latin1'), 'utf16le')],
    ['base32', Buffer.from(toBase32(bytes))],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ...base64.map((text) => ['base64', Buffer.from(text)] as const),
    ...base64.map(
      (text) => ['base64url', Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_'))] as const,
    ),
  ];
};

const lower = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');

/**
 * Finds secrets that are stored unencrypted: as text or bytes, in base32, base64 or hex, in upper or lower case.
 * Returns `place: name as form` for each finding.
 */
export function inClear(
  stored: readonly Stored[],
  secrets: Readonly<Record<string, string | Buffer>>,
): readonly string[] {
  const wanted = Object.entries(secrets).flatMap(([name, secret]) => {
    const bytes = Buffer.from(secret);
    if (bytes.length < 6) throw new Error(`${name} is too short: it would be found by chance`);
    return formsOf(bytes).map(([form, content]) => ({ name, form, content: lower(content) }));
  });
  return stored.flatMap(({ where, bytes }) => {
    const hay = lower(bytes);
    return wanted
      .filter(({ content }) => hay.includes(content))
      .map(({ name, form }) => `${where}: ${name} as ${form}`);
  });
}
