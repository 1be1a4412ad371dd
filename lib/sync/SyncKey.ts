/** The key that the replicas of a sync set share. Each epoch has its own key. */
export interface SyncKey {
  readonly epoch: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}
