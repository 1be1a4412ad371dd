export { createCompanion, type AppType } from './createCompanion';
export { deliverToMailbox } from './deliver';
export { demo, profileOf } from './demo';
export { storedSealingKey } from './mechanism/sealing';
export { policy } from './policy';
export type { CompanionPorts } from './ports';
export type { RefusalCode } from './refusals';
export {
  eachTable,
  indexedDbStore,
  memoryStore,
  schema,
  schemaVersion,
  tableNames,
  type Range,
  type Store,
  type Table,
  type TableName,
} from './store';
