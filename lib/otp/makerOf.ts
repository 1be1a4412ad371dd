/** Activation codes of apps with a proprietary protocol. No other authenticator can use them. */
const makers: readonly (readonly [app: string, shape: RegExp])[] = [
  ['Microsoft Authenticator', /^(?:phonefactor|msauth(?:v\d)?|microsoft-authenticator):/i],
  ['Okta Verify', /^(?:com-)?okta(?:verify|-authenticator)?:/i],
  ['Duo Mobile', /^(?:duo:|https?:\/\/[\w.-]+\.duosecurity\.com(?:[/?:]|$))/i],
  // Duo's activation code and host in base64, without a scheme.
  ['Duo Mobile', /^[\w-]{20}-YXBpL[\w+/=]{20,60}$/],
  ['PingID', /^pingid:/i],
  ['RSA Authenticator', /^(?:com\.rsa\.)?securid:/i],
  ['Entrust Identity', /^(?:igmobileotp|entrustidentity):/i],
];

/** Returns the name of the app that an activation code belongs to, or null. */
export const makerOf = (text: string): string | null =>
  makers.find(([, shape]) => shape.test(text))?.[0] ?? null;

/** Whether a QR code signs in with a passkey on another device (FIDO CTAP 2.2, section 11.5). */
export const isPasskeyCode = (text: string): boolean => /^fido:\//i.test(text);
