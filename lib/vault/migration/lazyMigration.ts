import type { migrate } from './migrate';
import type { pruneOldVersion } from './pruneOldVersion';

/** The migration, loaded when a vault is unlocked or verified. Showing codes doesn't need it. */
export const lazyMigration: {
  readonly migrate: typeof migrate;
  readonly pruneOldVersion: typeof pruneOldVersion;
} = {
  migrate: async (...input) => (await import('./migrate')).migrate(...input),
  pruneOldVersion: async (...input) =>
    (await import('./pruneOldVersion')).pruneOldVersion(...input),
};
