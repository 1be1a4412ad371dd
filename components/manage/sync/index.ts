export { JoinFirst } from './JoinFirst';
export { SyncPage } from './SyncPage';
export type { SyncTools } from './SyncTools';
