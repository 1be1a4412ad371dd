export { indexedDbStore } from './indexedDbStore';
export { memoryStore } from './memoryStore';
export { beginningWith, eachTable, schema, schemaVersion, tableNames, within } from './Store';
export type { Range, Store, Table, TableName, Tx } from './Store';
