/** Activation codes of apps with a proprietary protocol: no other authenticator can use them. */
const makers: readonly (readonly [app: string, shape: RegExp])[] = [
  ['Microsoft Authenticator', /^(?:phonefactor|msauth(?:v\d)?|microsoft-authenticator):/i],
  ['Okta Verify', /^(?:com-)?okta(?:verify|-authenticator)?:/i],
  ['Duo Mobile', /^(?:duo:|https?:\/\/[\w.-]+\.duosecurity\.com(?:[/?:]|$))/i],
  // Duo's format: a code and its host in base64, without a scheme.
  ['Duo Mobile', /^[\w-]{20}-YXBpL[\w+/=]{20,60}$/],
  ['PingID', /^pingid:/i],
  ['RSA Authenticator', /^(?:com\.rsa\.)?securid:/i],
  ['Entrust Identity', /^(?:igmobileotp|entrustidentity):/i],
];

/** Returns the app that a code activates, or null. */
export const makerOf = (text: string): string | null =>
  makers.find(([, shape]) => shape.test(text))?.[0] ?? null;

/** Whether a code signs in with a passkey on another device (FIDO CTAP 2.2, section 11.5). */
export const isPasskeyCode = (text: string): boolean => /^fido:\//i.test(text);
