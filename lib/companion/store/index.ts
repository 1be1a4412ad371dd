export { indexedDbStore } from './indexedDbStore';
export { memoryStore } from './memoryStore';
export type { Records, Store, Table, TableName, Tx } from './Store';
