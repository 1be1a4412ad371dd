export type { ReadTools } from './Format';
export type { ImportedAccount, Rows, UnreadableRow } from './ImportedAccount';
export { readFile, type ReadResult } from './readFile';
export {
  fitsMigration,
  type Migration,
  type MigrationBatch,
  readMigrationUri,
  writeMigrationUris,
} from './formats/googleMigration';
