export {
  type Preferences,
  type Settings,
  type Policy,
  lastSettings,
  readSettings,
  watchSettings,
  writePreferences,
  defaultPreferences,
  noPolicy,
} from './preferences';
export {
  type BackupCodeOffer,
  announceSavedCodes,
  dropBackupCodeOffer,
  readBackupCodeOffer,
  offerBackupCodes,
  watchSavedCodes,
} from './backupCodeOffer';
export { declinedSites, scannedSites, type KeptSiteNotes, type SiteNote } from './siteNotes';
export { takeQueuedScan, queueScan, readScanParts, writeScanParts, offerScan } from './queuedScan';
export { findColumnMapping, saveColumnMapping } from './columnMappings';
export { declineRecovery, wasRecoveryDeclined } from './recoveryOffer';
export { typedAccount } from './typedAccount';
export { usedCodes, type UsedCodes } from './usedCodes';
export { takePopupNotice, queuePopupNotice } from './popupNotice';
export { alarms, isWipedOnLock, stored } from './stored';
export { markNewsRead, noteUpdate, readUnreadVersion } from './versionNews';
export { readBackupSnooze, snoozeBackupReminder } from './backupReminderSnooze';
export { readSyncPolicy, syncAlarms, syncStored } from './syncState';
