/** The algorithms of RFC 6238. */
export type Algorithm = 'SHA1' | 'SHA256' | 'SHA512';

/** The kind of code: `totp` (RFC 6238), `hotp` (RFC 4226), or one of three widespread private schemes. */
export type OtpKind = 'totp' | 'hotp' | 'steam' | 'motp' | 'yandex';

/** Everything that a code is computed from. Fields that a kind doesn't use have their default values. */
export interface Otp {
  readonly kind: OtpKind;
  /** The secret, 1 to 1,024 bytes. */
  readonly secret: Uint8Array;
  /** The hash algorithm. Default: SHA1. */
  readonly algorithm: Algorithm;
  /** Number of characters, 1 to 10. Steam codes have 5 characters, Yandex codes have 8 letters. */
  readonly digits: number;
  /** Length of a time step in seconds, 1 to 86,400. */
  readonly period: number;
  /** The counter of the next HOTP code; 0 for other kinds. */
  readonly counter: number;
  /** The PIN of an mOTP or Yandex account; empty for other kinds. */
  readonly pin: string;
}

/** The content of an enrollment QR code or otpauth:// URI. */
export interface OtpAccount {
  readonly issuer: string;
  readonly account: string;
  readonly otp: Otp;
}
