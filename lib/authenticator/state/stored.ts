import {
  array,
  literal,
  number,
  object,
  pipe,
  readonly,
  record,
  string,
  unknown,
  type GenericSchema,
} from 'valibot';
import { storedValue } from '../../platform';

const texts = pipe(array(string()), readonly());

const local = <Schema extends GenericSchema>(key: string, schema: Schema) =>
  storedValue('local', key, schema);

const session = <Schema extends GenericSchema>(key: string, schema: Schema) =>
  storedValue('session', key, schema);

/**
 * Every value that the authenticator stores beside the vault. `local` is on disk, in the clear: nothing secret.
 * `session` is in memory; a lock wipes it unless `survivesLock` names it. The vault's own keys begin with `vault.`
 * and belong to lib/vault.
 */
export const stored = {
  preferences: local('preferences', record(string(), unknown())),
  /** The user said "Not now" to the recovery key that is offered with a new vault. */
  recoveryOffer: local('recovery-offer', literal('declined')),
  /** Until when no backup is reminded of, in milliseconds since the Unix epoch. */
  backupSnooze: local('backup-reminder', number()),

  /** What the columns of imported tables are, by their names as JSON. Holds nothing of the rows. */
  columnMappings: local('import/columns', record(string(), record(string(), number()))),

  /** Accounts that the user said don't belong to a site. On disk it would be a trace of the sites visited. */
  declinedSites: session(
    'sites/declined',
    pipe(array(pipe(object({ id: string(), host: string() }), readonly())), readonly()),
  ),
  backupCodeOffer: session(
    'hand-off/backup-codes',
    pipe(object({ issuer: string(), account: string(), codes: texts }), readonly()),
  ),
  /** Pictures as data: URLs, and texts such as a link, that the Add page is to read. */
  queuedScan: session(
    'hand-off/scan',
    pipe(object({ pictures: texts, fallbacks: texts, texts }), readonly()),
  ),
  /** Parts of an export in several QR codes, as URIs. */
  scanParts: session('scan/parts', texts),
  /** The tab in which the user was asked to draw a rectangle. */
  regionTab: session('scan/region-tab', number()),
  /** What the popup says when it opens: never a code. */
  popupNotice: session('popup/notice', pipe(object({ words: string(), id: string() }), readonly())),
  /** The time step whose code was last filled in, by account: most sites take a code once. */
  usedCodes: session('fill/used', record(string(), number())),
  /** Salted fingerprint of the copied text that is to be cleared from the clipboard. */
  pendingClear: session('clipboard/pending', string()),
  /** The id of the window that `openWindow` opened. */
  ownWindow: session('window/own', number()),
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
