/**
 * Returns the key of an address. Lowercases only A-Z, so that no letter of another alphabet, such as the Kelvin
 * sign or the dotless i, becomes an ASCII letter.
 */
export const addressKey = (email: string): string =>
  email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export const isAddress = (email: string): boolean =>
  email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim());

/** Masks an address in a form that its owner recognizes: a…@l….example. */
export const maskAddress = (email: string): string =>
  email.replace(/^(.)[^@]*@(.)[^.]*/u, '$1…@$2…');
