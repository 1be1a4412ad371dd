const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * What a text is known by later without being kept in clear: `salt.hash`, the SHA-256 of a random salt and the
 * text, both in hex. The same text has another one each time, so no table of all codes helps; but whoever can read
 * it can still try them, so it belongs in memory alone. To compare, give the `salt` of the one that was kept.
 */
export async function fingerprint(
  text: string,
  salt = hex(crypto.getRandomValues(new Uint8Array(16))),
): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}.${text}`));
  return `${salt}.${hex(new Uint8Array(hash))}`;
}
