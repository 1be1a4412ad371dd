export { BackupCodeRow, type Mark } from './BackupCodeRow';
export { FoundCodes } from './FoundCodes';
export { keepCodes } from './keepCodes';
