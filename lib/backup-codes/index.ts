export { readBackupCodes } from './readBackupCodes';
