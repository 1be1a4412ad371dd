/**
 * Returns the key of an address: A-Z in lower case and nothing else, so that no letter of another
 * alphabet becomes an ASCII one (the Kelvin sign, the dotless i).
 */
export const addressKey = (email: string): string =>
  email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export const isAddress = (email: string): boolean =>
  email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim());

/** Masks an address so that its owner recognizes it: a…@l… .example. */
export const maskAddress = (email: string): string =>
  email.replace(/^(.)[^@]*@(.)[^.]*/u, '$1…@$2…');
