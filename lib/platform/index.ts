export { captureTab } from './captureTab';
export {
  type BackupCodeOffer,
  dropBackupCodeOffer,
  offerBackupCodes,
  readBackupCodeOffer,
} from './handOff';
export { openPage, type Page } from './openPage';
