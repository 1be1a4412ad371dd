export { fewBackupCodes } from './fewBackupCodes';
export { fold, searchEntries, searchItems } from './searchEntries';
export { tagsOf, withTag } from './tags';
export { orderEntries, byPosition } from './orderEntries';
export { positionBetween } from './positionBetween';
export { backupReminder, type BackupReminder, type BackupReminderFacts } from './backupReminder';
