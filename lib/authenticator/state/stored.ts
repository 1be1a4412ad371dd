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

const isSiteNotes = isListOf(isObjectOf({ id: isText, host: isText }));

/**
 * Every value that the authenticator stores besides the vault. `local` is on disk in plain text: no secrets.
 * `session` is in memory, and a lock wipes it unless `survivesLock` lists it. Keys that begin with `vault.` belong
 * to lib/vault.
 */
export const stored = {
  preferences: local('preferences', isRecordOf(isAnything)),
  /** Whether the user chose "Not now" for the recovery key offered with a new vault. */
  recoveryOffer: local('recovery-offer', isOneOf('declined')),
  /** Until when the backup reminder is snoozed, in milliseconds since the Unix epoch. */
  backupSnooze: local('backup-reminder', isNumber),

  /** Mappings of imported tables by their column names, in JSON. Contains no row data. */
  columnMappings: local('import/columns', isRecordOf(isRecordOf(isNumber))),

  /** Accounts that the user declined to link to a site. On disk it would reveal visited sites. */
  declinedSites: session('sites/declined', isSiteNotes),
  /** The sites on which accounts were scanned, until they are linked. */
  scannedSites: session('sites/scanned', isSiteNotes),
  backupCodeOffer: session(
    'hand-off/backup-codes',
    isObjectOf({ issuer: isText, account: isText, codes: isTexts }),
  ),
  /** Queued input of the Add page: pictures as data: URLs, texts such as a link, and the host of their page. */
  queuedScan: session(
    'hand-off/scan',
    isObjectOf({ pictures: isTexts, fallbacks: isTexts, texts: isTexts, host: isText }),
  ),
  /** Parts of an export in several QR codes, as URIs. */
  scanParts: session('scan/parts', isTexts),
  /** The tab in which the user was asked to draw a rectangle. */
  regionTab: session('scan/region-tab', isNumber),
  /** The popup's next notice. Never contains a code. */
  popupNotice: session('popup/notice', isObjectOf({ words: isText, id: isText })),
  /** The time step of the last filled code, by account: most sites accept a code once. */
  usedCodes: session('fill/used', isRecordOf(isNumber)),
  /** Salted fingerprint of the copied text that will be cleared from the clipboard. */
  pendingClear: session('clipboard/pending', isText),
  /** The id of the window that `openWindow` opened. */
  ownWindow: session('window/own', isNumber),
} as const;

/** Keys of `storage.session` that survive a lock. None is secret or reveals accounts. */
const survivesLock: ReadonlySet<string> = new Set([
  stored.declinedSites.key,
  stored.scannedSites.key,
  // The notice may be that the vault is locked.
  stored.popupNotice.key,
  stored.pendingClear.key,
  stored.ownWindow.key,
]);

/** Whether a lock wipes a key of `storage.session`. Undeclared keys are wiped. */
export const isWipedOnLock = (key: string): boolean =>
  !survivesLock.has(key) && !key.startsWith('vault.');

/** The name of every alarm that wakes the background. */
export const alarms = {
  lock: 'vault.lock',
  /** Fires every minute while the vault is open. If it fires late, the computer slept. */
  awake: 'vault.awake',
  trash: 'vault.trash',
  backup: 'vault.backup',
  clearClipboard: 'clipboard.clear',
} as const;
