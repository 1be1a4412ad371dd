/** The key that the replicas of a set share. Each epoch has its own. */
export interface SyncKey {
  readonly epoch: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}
