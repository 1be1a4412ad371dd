export type { Algorithm, Otp, OtpAccount, OtpKind } from './Otp';
