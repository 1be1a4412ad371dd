import { type ReadonlySignal, signal } from '@preact/signals';
import { AppError } from '../../lib/errors';
import type { SyncOverview, SyncService } from '../../lib/authenticator/sync';

export interface SyncStoreDeps {
  readonly service: SyncService;
  /** Calls back after a change of the vault or of how sync goes. Returns its own end. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface SyncStore {
  /** Null until it was asked for, and while the vault is locked. */
  readonly overview: ReadonlySignal<SyncOverview | null>;
  readonly service: SyncService;
  readonly refresh: () => Promise<void>;
  /** Keeps the overview up to date until its result is called. */
  readonly follow: () => () => void;
}

/** What the page "Sync" shows. */
export function createSyncStore({ service, subscribe }: SyncStoreDeps): SyncStore {
  const overview = signal<SyncOverview | null>(null);

  async function refresh(): Promise<void> {
    try {
      overview.value = await service.overview();
    } catch (error) {
      // A lock in between.
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
