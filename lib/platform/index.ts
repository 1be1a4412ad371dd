export { type DeclinedSite, keepDeclinedSite, readDeclinedSites } from './declinedSites';
export { captureDisplay } from './captureDisplay';
export { captureTab } from './captureTab';
export { cropPicture } from './cropPicture';
export { drawRegion } from './drawRegion';
export {
  type BackupCodeOffer,
  dropBackupCodeOffer,
  offerBackupCodes,
  readBackupCodeOffer,
} from './handOff';
export {
  holdScan,
  offerScan,
  readScanParts,
  type ScanOffer,
  takeScanOffer,
  writeScanParts,
} from './handOffScan';
export { grabBackupCodes } from './grabBackupCodes';
export { startImageMenu } from './imageMenu';
export { type Camera, openCamera } from './openCamera';
export { openPage, type Page } from './openPage';
export { pageLinks } from './pageLinks';
export { takePopupNotice, tellInPopup } from './popupNotice';
export { pictureFile } from './pictureFile';
export { pickRegion } from './pickRegion';
export {
  defaultPreferences,
  noPolicy,
  type Policy,
  type Preferences,
  readSettings,
  type Settings,
  watchSettings,
  writePreferences,
} from './preferences';
export { declineRecovery, wasRecoveryDeclined } from './recoveryOffer';
export { takeOpenedLink } from './takeOpenedLink';
export { takeRegion } from './takeRegion';
export { viewKind } from './viewKind';
export { clearingPermission } from './clipboard/clearingPermission';
export { copyText } from './clipboard/copyText';
export { serveClearing } from './clipboard/serveClearing';
export { startClipboardClearing } from './clipboard/startClipboardClearing';
export {
  activeSite,
  type ActiveSite,
  type FillOutcome,
  fillPage,
  seekField,
  watchActiveSite,
} from './fillPage';
export { startForgetting } from './startForgetting';
export { startFilling } from './startFilling';
export { hasSidePanel, isOwnWindow, openSidePanel, openWindow } from './openView';
export { offsetFrom, offsetOfSite } from './siteClock';
