export { isApart } from './windows/isApart';
export { serveLocks } from './windows/serveLocks';
export { withIdleLock, withLock } from './windows/withLock';
export { noticeChannel } from './windows/noticeChannel';
export { captureDisplay } from './captureDisplay';
export { captureTab } from './captureTab';
export { clearIfUnchanged } from './clipboard/clearIfUnchanged';
export { clearChannel } from './clipboard/names';
export { storedValue } from './storedValue';
export {
  type Guard,
  isBoolean,
  isListOf,
  isNumber,
  isObjectOf,
  isOneOf,
  isRecordOf,
  isText,
  isWithin,
} from './guards';
export { pageImage } from './pageImage';
export { cropPicture } from './cropPicture';
export { drawIcon } from './drawIcon';
export { drawRegion } from './drawRegion';
export { type ExtractedCode, extractBackupCodes } from './extractBackupCodes';
export { type Camera, openCamera } from './openCamera';
export { optionalApi } from './optionalApi';
export { openPage } from './openPage';
export { reuseTab } from './reuseTab';
export { originPermission } from './originPermission';
export { pageLinks } from './pageLinks';
export { pictureFile } from './pictureFile';
export { pickRegion, consumeRegionRequest } from './pickRegion';
export { takeOpenedLink } from './takeOpenedLink';
export { fitsContent, viewKind } from './viewKind';
export { clearingPermission } from './clipboard/clearingPermission';
export { copyText } from './clipboard/copyText';
export { listenForClearRequests } from './clipboard/listenForClearRequests';
export { activeSite, type ActiveSite, siteOfTab, watchActiveSite } from './activeSite';
export type { FillOutcome, FillTarget } from './fillPage';
export { canOpenWindow, hasSidePanel, openSidePanel, openWindow } from './openView';
export { pageAccess } from './pageAccess';
export { askAccess } from './siteAccess';
export { offsetFrom, measureSiteClockOffset } from './siteClock';
