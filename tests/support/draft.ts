/** Returns a draft of an account for tests. */
export const draft = (issuer = 'Example', account = 'ada@example.org') => ({
  issuer,
  account,
  otp: {
    kind: 'totp' as const,
    secret: new TextEncoder().encode('12345678901234567890'),
    algorithm: 'SHA1' as const,
    digits: 6,
    period: 30,
    counter: 0,
    pin: '',
  },
});
