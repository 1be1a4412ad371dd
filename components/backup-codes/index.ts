export { BackupCodeRow, type BackupCodeRowProps, type Mark } from './BackupCodeRow';
export { FoundCodes } from './FoundCodes';
export { keepCodes } from './keepCodes';
