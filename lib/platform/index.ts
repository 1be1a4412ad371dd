export { captureTab } from './captureTab';
export {
  type BackupCodeOffer,
  dropBackupCodeOffer,
  offerBackupCodes,
  readBackupCodeOffer,
} from './handOff';
export { openPage, type Page } from './openPage';
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
export { viewKind } from './viewKind';
