export { codesOnPage } from './codesOnPage';
export { readBackupCodes } from './readBackupCodes';
