/** Returns the account's name in a label `issuer:account` (otpauth key URI format). */
export const accountIn = (otpauth: string): string => {
  const label = decodeURIComponent(new URL(otpauth).pathname.split('/').at(-1) ?? '');
  return label.slice(label.indexOf(':') + 1).trim();
};
