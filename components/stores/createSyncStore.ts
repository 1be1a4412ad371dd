import { type ReadonlySignal, signal } from '@preact/signals';
import { AppError } from '../../lib/errors';
import type { SyncOverview, SyncService } from '../../lib/authenticator/sync';

export interface SyncStoreDeps {
  readonly service: SyncService;
  /** Calls `listener` after each change of the vault or of the sync status. Returns an unsubscribe function. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface SyncStore {
  /** The overview, or null before the first `refresh` and while the vault is locked. */
  readonly overview: ReadonlySignal<SyncOverview | null>;
  readonly service: SyncService;
  readonly refresh: () => Promise<void>;
  /** Refreshes the overview now and after each change. Returns an unsubscribe function. */
  readonly follow: () => () => void;
}

/** Holds the content of the page "Sync". */
export function createSyncStore({ service, subscribe }: SyncStoreDeps): SyncStore {
  const overview = signal<SyncOverview | null>(null);

  async function refresh(): Promise<void> {
    try {
      overview.value = await service.overview();
    } catch (error) {
      // If the vault was locked in the meantime, there is nothing to show.
      if (!(error instanceof AppError && error.code === 'vault/locked')) throw error;
      overview.value = null;
    }
  }

  const refreshQuietly = () => void refresh().catch(() => undefined);

  return {
    overview,
    service,
    refresh,
    follow() {
      refreshQuietly();
      return subscribe(refreshQuietly);
    },
  };
}
