export {
  type Preferences,
  type Settings,
  type Policy,
  readSettings,
  watchSettings,
  writePreferences,
  defaultPreferences,
  noPolicy,
} from './preferences';
export {
  type BackupCodeOffer,
  dropBackupCodeOffer,
  readBackupCodeOffer,
  offerBackupCodes,
} from './handOff';
export { type DeclinedSite, keepDeclinedSite, readDeclinedSites } from './declinedSites';
export {
  takeScanOffer,
  holdScan,
  readScanParts,
  writeScanParts,
  offerScan,
  type ScanOffer,
} from './handOffScan';
export { declineRecovery, wasRecoveryDeclined } from './recoveryOffer';
export { takePopupNotice, tellInPopup, dropKeptNotice } from './popupNotice';
