import { AppError, type ErrorCode } from '../../lib/errors';
import { plural, t } from './words';

/** The words of every failure; this does not compile while a code is missing. */
const words = {
  'otp/bad-secret': ({ character, position }) =>
    character === undefined
      ? t('errors.otp.badSecret')
      : t('errors.otp.keyCharacter', [String(character), String(position)]),
  'otp/bad-uri': () => t('errors.otp.badUri'),
  'otp/several-uris': () => t('errors.otp.severalUris'),
  'otp/unknown-parameter': (facts) =>
    t('errors.otp.unknownParameter', [String(facts['parameter'] ?? '')]),
  'otp/unknown-algorithm': (facts) =>
    t('errors.otp.unknownAlgorithm', [String(facts['algorithm'] ?? '')]),
  'otp/unknown-type': (facts) => t('errors.otp.unknownType', [String(facts['type'] ?? '')]),
  'otp/bad-digits': () => t('errors.otp.badDigits'),
  'otp/bad-period': () => t('errors.otp.badPeriod'),
  'otp/bad-counter': () => t('errors.otp.badCounter'),
  'otp/bad-pin': () => t('errors.otp.badPin'),
  'scan/nothing-found': () => t('errors.scan.nothingFound'),
  'scan/not-otpauth': () => t('errors.scan.notOtpauth'),
  'scan/forbidden-page': () => t('errors.scan.forbiddenPage'),
  'scan/bad-image': () => t('errors.scan.badImage'),
  'scan/foreign-image': ({ format }) => t('errors.scan.foreignImage', [`${format}`]),
  'scan/document': ({ format }) => t('errors.scan.document', [`${format}`]),
  'scan/missing-part': ({ missing, size }) =>
    t('errors.scan.missingPart', [`${missing}`, `${size}`]),
  'scan/too-many-codes': () => t('errors.scan.tooManyCodes'),
  'scan/too-large': () => t('errors.scan.tooLarge'),
  'scan/no-camera': () => t('errors.scan.noCamera'),
  'scan/camera-denied': () => t('errors.scan.cameraDenied'),
  'vault/locked': () => t('errors.vault.locked'),
  'vault/wrong-passphrase': () => t('errors.vault.wrongPassphrase'),
  'vault/weak-passphrase': (facts) =>
    t('errors.vault.weakPassphrase', [String(facts['leastLength'])]),
  'vault/passphrase-required': () => t('errors.vault.passphraseRequired'),
  'vault/tampered': () => t('errors.vault.tampered'),
  'vault/exists': () => t('errors.vault.exists'),
  'vault/too-new': () => t('errors.vault.tooNew'),
  'vault/read-only': () => t('errors.vault.readOnly'),
  'vault/no-entry': () => t('errors.vault.noEntry'),
  'vault/needs-passphrase': () => t('errors.vault.needsPassphrase'),
  'vault/not-mirrored': () => t('errors.vault.notMirrored'),
  'vault/not-migrated': () => t('errors.vault.notMigrated'),
  'vault/too-many-tries': (facts) => plural('errors.vault.tooManyTries', Number(facts['seconds'])),
  'vault/wrong-recovery-key': () => t('errors.vault.wrongRecoveryKey'),
  'vault/passkey-failed': () => t('errors.vault.passkeyFailed'),
  'format/damaged': () => t('errors.format.damaged'),
  'format/too-new': () => t('errors.format.tooNew'),
  'format/cost-too-high': () => t('errors.format.costTooHigh'),
  'format/wrong-password': () => t('errors.format.wrongPassword'),
  'format/unknown': () => t('errors.format.unknown'),
  'format/too-large': () => t('errors.format.tooLarge'),
  'format/account-restricted': () => t('errors.format.accountRestricted'),
  'format/openpgp': () => t('errors.format.openpgp'),
  'format/database': () => t('errors.format.database'),
  'format/own-backup': () => t('errors.format.ownBackup'),
  'sync/not-set-up': () => t('errors.sync.notSetUp'),
  'sync/forbidden-by-policy': () => t('errors.sync.forbiddenByPolicy'),
  'sync/too-new': () => t('errors.sync.tooNew'),
  'sync/too-many-devices': () => t('errors.sync.tooManyDevices'),
  'sync/foreign-set': () => t('errors.sync.foreignSet'),
  'sync/emptied': () => t('errors.sync.emptied'),
  'sync/short-write': () => t('errors.sync.shortWrite'),
  'sync/offline': () => t('errors.sync.offline'),
  'sync/unreachable': () => t('errors.sync.unreachable'),
  'sync/bad-address': () => t('errors.sync.badAddress'),
  'sync/insecure': () => t('errors.sync.insecure'),
  'sync/no-permission': () => t('errors.sync.noPermission'),
  'sync/timeout': () => t('errors.sync.timeout'),
  'sync/redirected': () => t('errors.sync.redirected'),
  'sync/unauthorized': () => t('errors.sync.unauthorized'),
  'sync/forbidden': () => t('errors.sync.forbidden'),
  'sync/not-found': () => t('errors.sync.notFound'),
  'sync/not-webdav': () => t('errors.sync.notWebdav'),
  'sync/locked': () => t('errors.sync.locked'),
  'sync/busy': () => t('errors.sync.busy'),
  'sync/full': () => t('errors.sync.full'),
  'sync/server-error': (facts) => t('errors.sync.serverError', [String(facts['status'] ?? '')]),
  'sync/quota': () => t('errors.sync.quota'),
  'sync/folder-gone': () => t('errors.sync.folderGone'),
  'sync/bad-pairing': () => t('errors.sync.badPairing'),
  'sync/pairing-expired': () => t('errors.sync.pairingExpired'),
  'sync/pairing-refused': () => t('errors.sync.pairingRefused'),
  'companion/unreachable': () => t('errors.companion.unreachable'),
  unexpected: () => t('errors.unexpected'),
} satisfies Record<ErrorCode, (facts: AppError['facts']) => string>;

/** One clear sentence for anything that was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof AppError ? words[error.code](error.facts) : words.unexpected();
}
