export { captureDisplay } from './captureDisplay';
export { captureTab } from './captureTab';
export { clearIfHeld } from './clipboard/clearIfHeld';
export { clearAlarm, clearChannel, pendingSlot } from './clipboard/names';
export { pageImage } from './pageImage';
export { cropPicture } from './cropPicture';
export { drawRegion } from './drawRegion';
export { grabBackupCodes } from './grabBackupCodes';
export { type Camera, openCamera } from './openCamera';
export { openPage, type Page } from './openPage';
export { pageLinks } from './pageLinks';
export { pictureFile } from './pictureFile';
export { pickRegion, wasRegionAsked } from './pickRegion';
export { takeOpenedLink } from './takeOpenedLink';
export { viewKind } from './viewKind';
export { clearingPermission } from './clipboard/clearingPermission';
export { copyText } from './clipboard/copyText';
export { serveClearing } from './clipboard/serveClearing';
export {
  activeSite,
  type ActiveSite,
  type FillOutcome,
  fillPage,
  seekField,
  siteOfTab,
  watchActiveSite,
} from './fillPage';
export { hasSidePanel, isOwnWindow, openSidePanel, openWindow } from './openView';
export { offsetFrom, offsetOfSite } from './siteClock';
