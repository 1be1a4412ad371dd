export type { ImportedAccount, Rows, UnreadableRow } from './ImportedAccount';
export {
  fitsMigration,
  type Migration,
  type MigrationBatch,
  readMigrationUri,
  writeMigrationUris,
} from './formats/googleMigration';
