import {
  isListOf,
  isNumber,
  isObjectOf,
  isOneOf,
  isRecordOf,
  isText,
  storedValue,
  type Guard,
} from '../../platform';

const isTexts = isListOf(isText);

const isAnything: Guard<unknown> = (value): value is unknown => value !== undefined;

const local = <T>(key: string, isValid: Guard<T>) => storedValue('local', key, isValid);

const session = <T>(key: string, isValid: Guard<T>) => storedValue('session', key, isValid);

/**
 * Every value that the authenticator stores beside the vault. `local` is on disk, in the clear: nothing secret.
 * `session` is in memory; a lock wipes it unless `survivesLock` names it. The vault's own keys begin with `vault.`
 * and belong to lib/vault.
 */
export const stored = {
  preferences: local('preferences', isRecordOf(isAnything)),
  /** The user said "Not now" to the recovery key that is offered with a new vault. */
  recoveryOffer: local('recovery-offer', isOneOf('declined')),
  /** Until when no backup is reminded of, in milliseconds since the Unix epoch. */
  backupSnooze: local('backup-reminder', isNumber),

  /** What the columns of imported tables are, by their names as JSON. Holds nothing of the rows. */
  columnMappings: local('import/columns', isRecordOf(isRecordOf(isNumber))),

  /** Accounts that the user said don't belong to a site. On disk it would be a trace of the sites visited. */
  declinedSites: session('sites/declined', isListOf(isObjectOf({ id: isText, host: isText }))),
  backupCodeOffer: session(
    'hand-off/backup-codes',
    isObjectOf({ issuer: isText, account: isText, codes: isTexts }),
  ),
  /** Pictures as data: URLs, and texts such as a link, that the Add page is to read. */
  queuedScan: session(
    'hand-off/scan',
    isObjectOf({ pictures: isTexts, fallbacks: isTexts, texts: isTexts }),
  ),
  /** Parts of an export in several QR codes, as URIs. */
  scanParts: session('scan/parts', isTexts),
  /** The tab in which the user was asked to draw a rectangle. */
  regionTab: session('scan/region-tab', isNumber),
  /** What the popup says when it opens: never a code. */
  popupNotice: session('popup/notice', isObjectOf({ words: isText, id: isText })),
  /** The time step whose code was last filled in, by account: most sites take a code once. */
  usedCodes: session('fill/used', isRecordOf(isNumber)),
  /** Salted fingerprint of the copied text that is to be cleared from the clipboard. */
  pendingClear: session('clipboard/pending', isText),
  /** The id of the window that `openWindow` opened. */
  ownWindow: session('window/own', isNumber),
} as const;

/** What stays in `storage.session` after a lock. None of it is a secret or tells which accounts there are. */
const survivesLock: ReadonlySet<string> = new Set([
  stored.declinedSites.key,
  // It may say that the vault is locked.
  stored.popupNotice.key,
  stored.pendingClear.key,
  stored.ownWindow.key,
]);

/** Whether a lock wipes a key of `storage.session`. One that nobody declared is wiped. */
export const isWipedOnLock = (key: string): boolean =>
  !survivesLock.has(key) && !key.startsWith('vault.');

/** The name of every alarm that wakes the background. */
export const alarms = {
  lock: 'vault.lock',
  /** Every minute while the vault is open: one that comes late tells that the computer slept. */
  awake: 'vault.awake',
  trash: 'vault.trash',
  backup: 'vault.backup',
  clearClipboard: 'clipboard.clear',
} as const;
