import { decide } from './decide';
import { overview } from './overview';
import { readsCode, showsCode } from './pairDevices';
import { setUp } from './setUp';
import type { SyncContext } from './syncContext';
import type { SyncService } from './SyncService';

/** Creates the sync service that the background offers to pages. */
export const createSyncService = (context: SyncContext): SyncService => ({
  overview: () => overview(context),
  ...setUp(context),
  ...showsCode(context),
  ...readsCode(context),
  ...decide(context),
});
