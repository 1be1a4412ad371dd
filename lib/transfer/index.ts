export type { ReadTools, TableQuestion, WriteTools, Written } from './Format';
export type { ImportedAccount, ImportNote, Rows, UnreadableRow } from './ImportedAccount';
export { readFile } from './readFile';
export type { PasswordQuestion, ReadResult } from './ReadResult';
export { readTable } from './table/readTable';
export {
  type ColumnMapping,
  type ColumnRole,
  columnRoles,
  columnsOf,
  rowsOf,
  type Table,
} from './table/Table';
export { readInWorker } from './readInWorker';
export { type ExportFormat, writeFile } from './writeFile';
export {
  fitsMigration,
  type Migration,
  type MigrationBatch,
  readMigrationUri,
  writeMigrationUris,
} from './formats/googleMigration';
