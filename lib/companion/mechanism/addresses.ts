/**
 * What an address is found by: A-Z in lower case and nothing else, so that no other alphabet's letter
 * becomes an ASCII one (the Kelvin sign, the dotless i).
 */
export const addressKey = (email: string): string =>
  email.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export const isAddress = (email: string): boolean =>
  email.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim());

/** Enough of an address to know it by: a…@l… .example. */
export const maskAddress = (email: string): string =>
  email.replace(/^(.)[^@]*@(.)[^.]*/u, '$1…@$2…');
