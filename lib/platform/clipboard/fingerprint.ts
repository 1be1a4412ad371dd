const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Returns `salt.hash`, the SHA-256 of a random salt and the text, both in hex, so that a text can be recognized later
 * without being stored. Six digits can be tried one by one, so keep it in memory only. To compare, pass the `salt`
 * of the stored one.
 */
export async function fingerprint(
  text: string,
  salt = hex(crypto.getRandomValues(new Uint8Array(16))),
): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}.${text}`));
  return `${salt}.${hex(new Uint8Array(hash))}`;
}
