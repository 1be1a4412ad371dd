/**
 * All failures that a user can meet, as `area/reason`. The messages are in the locale files.
 * components/ui/errorMessage.ts maps each code to a message and doesn't compile if a code is missing.
 */
export const errorCodes = [
  'otp/bad-secret',
  'otp/bad-uri',
  'otp/several-uris',
  'otp/truncated-uri',
  'otp/unknown-parameter',
  'otp/unknown-algorithm',
  'otp/unknown-type',
  'otp/bad-digits',
  'otp/bad-period',
  'otp/bad-counter',
  'otp/bad-pin',
  'otp/bad-hex',
  'otp/words-around-key',
  'scan/nothing-found',
  'scan/not-otpauth',
  'scan/other-app',
  'scan/passkey',
  'scan/forbidden-page',
  'scan/bad-image',
  'scan/foreign-image',
  'scan/document',
  'scan/missing-part',
  'scan/too-many-codes',
  'scan/too-large',
  'scan/no-camera',
  'scan/camera-denied',
  'vault/locked',
  'vault/wrong-passphrase',
  'vault/weak-passphrase',
  'vault/guessable-passphrase',
  'vault/passphrase-required',
  'vault/tampered',
  'vault/exists',
  'vault/too-new',
  'vault/read-only',
  'vault/no-entry',
  'vault/not-mirrored',
  'vault/unreachable',
  'vault/not-migrated',
  'vault/needs-passphrase',
  'vault/too-many-tries',
  'vault/wrong-recovery-key',
  'vault/passkey-failed',
  'format/damaged',
  'format/too-new',
  'format/cost-too-high',
  'format/wrong-password',
  'format/unknown',
  'format/too-large',
  'format/account-restricted',
  'format/openpgp',
  'format/database',
  'format/own-backup',
  'format/cut-off',
  'sync/not-set-up',
  'sync/forbidden-by-policy',
  'sync/too-new',
  'sync/too-many-devices',
  'sync/foreign-set',
  'sync/emptied',
  'sync/short-write',
  'sync/offline',
  'sync/unreachable',
  'sync/bad-address',
  'sync/insecure',
  'sync/no-permission',
  'sync/timeout',
  'sync/redirected',
  'sync/unauthorized',
  'sync/forbidden',
  'sync/not-found',
  'sync/not-webdav',
  'sync/locked',
  'sync/busy',
  'sync/full',
  'sync/server-error',
  'sync/quota',
  'sync/folder-gone',
  'sync/bad-pairing',
  'sync/pairing-expired',
  'sync/pairing-refused',
  'format/in-trash',
  'format/key-in-text',
  'format/other-file',
  'format/keepass-old',
  'format/keepass-cipher',
  'format/steam-encrypted',
  'format/windows-protected',
  'format/otp-auth',
  'format/sqlcipher',
  'icons/not-a-picture',
  'icons/picture-too-large',
  'icons/not-a-pack',
  'icons/pack-too-large',
  'icons/full',
  'icons/unavailable',
  'companion/unreachable',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values for an error's message, such as a count or a name. Never a secret, a code or a passphrase. */
export type ErrorFacts = Readonly<Record<string, string | number>>;

/** A failure that a user can meet. The message of the error is its code, so that it can't contain a secret. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  /** Returns true for an AppError of any bundle, because the popup and the pages have their own copies of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppError';
  }
}
