export type { Algorithm, Otp, OtpAccount, OtpKind } from './Otp';
export { decodeBase32, encodeBase32 } from './base32';
export { decodeHex, encodeHex } from './hex';
export { readSecretKey } from './readSecretKey';
