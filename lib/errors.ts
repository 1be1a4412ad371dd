/**
 * Every failure that a user can meet, as `area/reason`. The messages are in the locale files.
 * components/ui/errorMessage.ts maps codes to messages, and doesn't compile while one is missing.
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
  'companion/unreachable',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values for an error's message, such as a count or a name. Never a secret, a code or a passphrase. */
export type ErrorFacts = Readonly<Record<string, string | number>>;

/**
 * The only error that leaves a folder's public functions. Its message is its code, so that it can't
 * contain a secret.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
