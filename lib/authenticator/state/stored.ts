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
 * All values that the authenticator stores outside the vault. `local` values are on disk in plain text, so none
 * is secret. `session` values are in memory, and a lock wipes them unless `survivesLock` lists them. Keys that
 * begin with `vault.` belong to lib/vault.
 */
export const stored = {
  preferences: local('preferences', isRecordOf(isAnything)),
  /** The administrator's settings when `storage.managed` was last read. */
  managed: local('managed', isRecordOf(isAnything)),
  /** Whether the user chose "Not now" when a new vault offered a recovery key. */
  recoveryOffer: local('recovery-offer', isOneOf('declined')),
  /** When the user snoozed the backup reminder, in milliseconds since the Unix epoch. */
  backupSnooze: local('backup-reminder', isNumber),
  /** The version to which the extension was updated, until the user opens its news. */
  unreadVersion: local('news/unread', isText),

  /** Column mappings of imported tables by their column names (as JSON). Contains no row data. */
  columnMappings: local('import/columns', isRecordOf(isRecordOf(isNumber))),

  /**
   * Accounts that the user declined to link to a site. Kept in memory, because a file on disk would reveal
   * visited sites.
   */
  declinedSites: session('sites/declined', isSiteNotes),
  /** Sites on which accounts were scanned. Used until the accounts are linked. */
  scannedSites: session('sites/scanned', isSiteNotes),
  backupCodeOffer: session(
    'hand-off/backup-codes',
    isObjectOf({ issuer: isText, account: isText, codes: isTexts }),
  ),
  /** Input for the Add page: images as data: URLs, texts such as a link, and the host of their page. */
  queuedScan: session(
    'hand-off/scan',
    isObjectOf({ pictures: isTexts, fallbacks: isTexts, texts: isTexts, host: isText }),
  ),
  /**
   * The account that the user is typing in the popup, which closes when it loses the focus. Encrypted with a key of
   * the vault, in base64url.
   */
  typedAccount: session('popup/typed-account', isText),
  /** URIs of incomplete exports that consist of several QR codes. */
  scanParts: session('scan/parts', isTexts),
  /** Id of the tab in which the user was asked to draw a rectangle. */
  regionTab: session('scan/region-tab', isNumber),
  /** The notice for the popup's next opening. Never contains a code. */
  popupNotice: session('popup/notice', isObjectOf({ words: isText, id: isText })),
  /** The time step of each account's last filled code, because most sites accept a code only once. */
  usedCodes: session('fill/used', isRecordOf(isNumber)),
  /** A salted fingerprint of the copied text that will be cleared from the clipboard. */
  pendingClear: session('clipboard/pending', isText),
  /** Id of the window that `openWindow` opened. */
  ownWindow: session('window/own', isNumber),
} as const;

/** Keys of `storage.session` that survive a lock. Their values reveal no secrets and no account names. */
const survivesLock: ReadonlySet<string> = new Set([
  stored.declinedSites.key,
  stored.scannedSites.key,
  // The notice may say that the vault is locked.
  stored.popupNotice.key,
  // Only the unlocked vault decrypts it.
  stored.typedAccount.key,
  stored.pendingClear.key,
  stored.ownWindow.key,
]);

/** Whether a lock wipes a key of `storage.session`. Unknown keys are wiped too. */
export const isWipedOnLock = (key: string): boolean =>
  !survivesLock.has(key) && !key.startsWith('vault.');

/** The names of the alarms that wake the background. Alarms of sync are in `syncAlarms`. */
export const alarms = {
  lock: 'vault.lock',
  /** Fires every minute while the vault is open. If it fires late, the computer slept. */
  awake: 'vault.awake',
  trash: 'vault.trash',
  backup: 'vault.backup',
  clearClipboard: 'clipboard.clear',
} as const;
