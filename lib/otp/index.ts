export type { Algorithm, Otp, OtpAccount, OtpKind } from './Otp';
export { decodeBase32, encodeBase32 } from './base32';
export { decodeHex, encodeHex } from './hex';
export { readSecretKey } from './readSecretKey';
export { makeOtp, needsPin } from './makeOtp';
export { codeAt, nextCode, secondsLeft, stepOf, timeLeft } from './code';
export { groupCode } from './groupCode';
