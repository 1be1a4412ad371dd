const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Returns `salt.hash`, a random salt and the SHA-256 of salt and text, both in hex. A fingerprint identifies a
 * text without storing the text. The fingerprint must stay in memory, because six digits can be brute-forced. To
 * compare a text, pass the `salt` of the stored fingerprint.
 */
export async function fingerprint(
  text: string,
  salt = hex(crypto.getRandomValues(new Uint8Array(16))),
): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}.${text}`));
  return `${salt}.${hex(new Uint8Array(hash))}`;
}
