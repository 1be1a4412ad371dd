export { codesOnPage, type PageCodes } from './codesOnPage';
export { type FoundCode, readBackupCodes } from './readBackupCodes';
