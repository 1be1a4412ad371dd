export type { ReadTools, TableQuestion, Written } from './Format';
export type { ImportedAccount, ImportNote, Rows, UnreadableRow } from './ImportedAccount';
export type { IconPackFile } from './iconPack/IconPackFile';
export { readFile } from './readFile';
export type { ReadResult } from './ReadResult';
export { readTable } from './table/readTable';
export { type ColumnMapping, type ColumnRole, columnsOf, type Table } from './table/Table';
export { readInWorker } from './readInWorker';
export { type ExportFormat, writeFile } from './writeFile';
export {
  fitsMigration,
  type Migration,
  readMigrationUri,
  writeMigrationUris,
} from './formats/googleMigration';
