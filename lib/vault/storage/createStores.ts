import { AppError } from '../../errors';
import type { StoreName } from '../health/Health';
import { decodeCurrentHead, type HeadDecoder } from '../format/Head';
import { catchUp } from './catchUp';
import { holdsOtherVault } from './holdsOtherVault';
import type { Change, Snapshot, Store } from './Store';

/** Both stores as one. A change is written to both stores; otherwise the call throws. */
export interface Stores {
  /** Returns the heads of both stores. A head is null if the store has none or can't be opened. */
  heads(): Promise<Record<StoreName, string | null>>;
  /** Returns the content of both stores. */
  all(): Promise<Record<StoreName, Snapshot>>;
  /** Returns the head and some records of the leading store. The primary store leads unless it is unavailable. */
  some(ids: readonly string[]): Promise<Snapshot>;
  /**
   * Makes one atomic change to the leading store, then to the mirror. Throws `vault/not-mirrored` if only the
   * mirror fails.
   */
  change(wanted: readonly string[] | 'all', step: (now: Snapshot) => Change): Promise<void>;
  /**
   * Writes a repair to one store. Returns false if the store can't be written. A primary store that can't be
   * written no longer leads.
   */
  repair(store: StoreName, change: Change): Promise<boolean>;
  /** Replaces the content of one store. Returns false if the store can't be written. */
  replace(store: StoreName, snapshot: Snapshot): Promise<boolean>;
  /**
   * Makes the mirror lead until the primary store's head differs from the given head. With null, the primary
   * store leads again.
   */
  bypassPrimary(primary: Pick<Snapshot, 'head'> | null): void;
  /** Deletes data kept for recovery. Call it once both stores are verified and in sync. */
  confirmInSync(): Promise<void>;
  /**
   * Whether a store can't be opened. The cause may be a damaged disk or, for the primary store, Firefox's
   * permanent private browsing.
   */
  unavailable(store: StoreName): boolean;
  close(): void;
}

const empty: Snapshot = { head: null, records: new Map() };

/**
 * Creates the pair of stores. `headOf` may also parse heads of earlier formats, so that another vault's head
 * isn't taken for damage.
 */
export function createStores(
  primary: Store,
  mirror: Store,
  headOf: HeadDecoder = decodeCurrentHead,
): Stores {
  let unavailable = false;
  let mirrorUnavailable = false;
  let avoided: Pick<Snapshot, 'head'> | null = null;

  /**
   * Runs `work` on the primary store, or `otherwise` if the store is unavailable. A DOMException other than a
   * full disk marks the store as unavailable. Other errors are rethrown.
   */
  async function attempt<T>(work: () => Promise<T>, otherwise: () => Promise<T> | T): Promise<T> {
    if (unavailable) return otherwise();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name === 'QuotaExceededError') throw error;
      unavailable = true;
      return otherwise();
    }
  }

  /**
   * Runs `work` on the mirror. If the mirror can't be read, marks the mirror as unavailable and returns
   * `otherwise`.
   */
  async function fromMirror<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      const read = await work();
      mirrorUnavailable = false;
      return read;
    } catch {
      mirrorUnavailable = true;
      return otherwise;
    }
  }

  /**
   * Like `attempt`, but also runs `otherwise` while the primary store is bypassed. The bypass ends when another
   * page has repaired the primary store.
   */
  async function lead<T>(work: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    if (!avoided) return attempt(work, otherwise);
    const head = await attempt(
      () => primary.head(),
      () => null,
    );
    return head === avoided.head ? otherwise() : attempt(work, otherwise);
  }

  /** Updates a mirror that missed earlier changes. A mirror with another vault stays untouched. */
  async function follow({ drop }: Change): Promise<void> {
    const [first, second] = await Promise.all([primary.all(), mirror.all()]);
    const ours = headOf(first.head);
    if (ours && holdsOtherVault(second, headOf(second.head), ours)) return;
    await mirror.put(catchUp(first, second, drop));
  }

  async function reflect(inStep: boolean, change: Change): Promise<void> {
    try {
      await (inStep ? mirror.put(change) : follow(change));
    } catch (cause) {
      throw new AppError('vault/not-mirrored', {}, { cause });
    }
  }

  return {
    async heads() {
      const [first, second] = await Promise.all([
        attempt(
          () => primary.head(),
          () => null,
        ),
        fromMirror(() => mirror.head(), null),
      ]);
      return { primary: first, mirror: second };
    },
    async all() {
      const [first, second] = await Promise.all([
        attempt(
          () => primary.all(),
          () => empty,
        ),
        fromMirror(() => mirror.all(), empty),
      ]);
      return { primary: first, mirror: second };
    },
    some: (ids) => {
      const read = async (store: Store) => {
        const [head, records] = await Promise.all([store.head(), store.records(ids)]);
        return { head, records };
      };
      return lead(
        () => read(primary),
        () => read(mirror),
      );
    },
    change: (wanted, step) =>
      lead(
        async () => {
          let done: { before: string | null; change: Change } | undefined;
          // The mirror is read outside the transaction. That is safe, because every writer of the mirror holds
          // the vault's lock.
          const [mirrored] = await Promise.all([
            mirror.head().catch(() => undefined),
            primary.change(wanted, (now) => {
              done = { before: now.head, change: step(now) };
              return done.change;
            }),
          ]);
          if (done) await reflect(mirrored === done.before, done.change);
        },
        () => mirror.change(wanted, step),
      ),
    async repair(store, change) {
      if (store === 'primary' && unavailable) return false;
      const written = await (store === 'primary' ? primary : mirror).put(change).then(
        () => true,
        () => false,
      );
      if (store === 'primary') unavailable = !written;
      return written;
    },
    replace: (store, snapshot) =>
      (store === 'primary' ? primary : mirror).replace(snapshot).then(
        () => true,
        () => false,
      ),
    bypassPrimary(head) {
      avoided = head;
    },
    confirmInSync: async () => primary.settle?.(),
    unavailable: (store) => (store === 'primary' ? unavailable : mirrorUnavailable),
    close() {
      primary.close();
      mirror.close();
    },
  };
}
