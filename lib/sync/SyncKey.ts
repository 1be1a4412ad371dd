/** The key that the replicas of a set share. Every epoch has another key. */
export interface SyncKey {
  readonly epoch: number;
  /** 32 bytes. */
  readonly key: Uint8Array;
}
