export { captureDisplay } from './captureDisplay';
export { captureTab } from './captureTab';
export { clearIfUnchanged } from './clipboard/clearIfUnchanged';
export { clearChannel } from './clipboard/names';
export { type StoredValue, storedValue } from './storedValue';
export { pageImage } from './pageImage';
export { cropPicture } from './cropPicture';
export { drawRegion } from './drawRegion';
export { extractBackupCodes } from './extractBackupCodes';
export { type Camera, openCamera } from './openCamera';
export { openPage, type Page } from './openPage';
export { pageLinks } from './pageLinks';
export { pictureFile } from './pictureFile';
export { pickRegion, consumeRegionRequest } from './pickRegion';
export { takeOpenedLink } from './takeOpenedLink';
export { viewKind } from './viewKind';
export { clearingPermission } from './clipboard/clearingPermission';
export { copyText } from './clipboard/copyText';
export { listenForClearRequests } from './clipboard/listenForClearRequests';
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
export { offsetFrom, measureSiteClockOffset } from './siteClock';
