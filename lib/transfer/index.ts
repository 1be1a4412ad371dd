export type { ReadTools, WriteTools, Written } from './Format';
export type { ImportedAccount, Rows, UnreadableRow } from './ImportedAccount';
export { readFile, type ReadResult } from './readFile';
export { readInWorker } from './readInWorker';
export { type ExportFormat, writeFile } from './writeFile';
export {
  fitsMigration,
  type Migration,
  type MigrationBatch,
  readMigrationUri,
  writeMigrationUris,
} from './formats/googleMigration';
