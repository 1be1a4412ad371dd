export { BackupCodeRow, type BackupCodeRowProps } from './BackupCodeRow';
export { FoundCodes } from './FoundCodes';
