export { JoinFirst, type JoinFirstProps } from './JoinFirst';
export { SyncPage } from './SyncPage';
export type { SyncTools } from './SyncTools';
