/** The key that the replicas of a sync set share. Each epoch has its own key. */
export interface SyncKey {
  readonly epoch: number;
  /** The key itself: 32 bytes. */
  readonly key: Uint8Array;
}
