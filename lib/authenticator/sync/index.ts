export { createSyncService } from './createSyncService';
export type { SyncContext, SyncPolicy } from './syncContext';
export type * from './SyncService';
export { callService, syncClient } from './syncClient';
