/** The algorithms of RFC 6238. */
export type Algorithm = 'SHA1' | 'SHA256' | 'SHA512';

/** `totp` RFC 6238, `hotp` RFC 4226, and three private schemes that are common enough to matter. */
export type OtpKind = 'totp' | 'hotp' | 'steam' | 'motp' | 'yandex';

/** Everything that a code is computed from. Fields that a kind doesn't use hold their defaults. */
export interface Otp {
  readonly kind: OtpKind;
  /** 1 to 1,024 bytes. */
  readonly secret: Uint8Array;
  /** SHA1 unless the issuer said otherwise. */
  readonly algorithm: Algorithm;
  /** 1 to 10; Steam has 5 characters, Yandex 8 letters. */
  readonly digits: number;
  /** Seconds, 1 to 86,400. */
  readonly period: number;
  /** The counter of the next HOTP code; 0 for the other kinds. */
  readonly counter: number;
  /** mOTP and Yandex only; otherwise empty. */
  readonly pin: string;
}

/** The content of one enrollment QR code or otpauth:// URI. */
export interface OtpAccount {
  readonly issuer: string;
  readonly account: string;
  readonly otp: Otp;
}
