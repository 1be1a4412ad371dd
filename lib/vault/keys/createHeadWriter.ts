import { AppError } from '../../errors';
import type { Unlocker, OpenedSlot } from './createUnlocker';
import type { Session, Unlocked } from './createSession';
import { decodeHead, encodeHead, type StoredHead } from '../format/Head';
import { deriveKeys, type EpochKeys } from '../format/keys';
import { openRecord, sealRecord } from '../format/record';
import type { Slot } from '../format/Slot';
import { keyringOf, withKeyring, wrapKey, type Keyring, type SlotHeader } from '../format/wrapKey';
import { pruneOldVersion } from '../migration/pruneOldVersion';
import { migrate } from '../migration/migrate';
import { afterDurable } from '../entries/afterDurable';
import { passphraseKek } from './slotKeys';
import type { Stores } from '../storage/createStores';
import type { Change, Snapshot } from '../storage/Store';
import type { VaultDeps } from '../VaultDeps';
import { verifyStores } from '../health/verifyStores';

/** A passphrase that is to hold the vault from now on. */
export interface PassphraseKey {
  readonly header: SlotHeader;
  readonly kek: Uint8Array;
}

/** What rewrites the head, or everything, as one change. */
export interface HeadWriter {
  /** Throws `vault/locked`. */
  current(): Promise<Unlocked>;
  /** Opens the session and tells the pages. */
  enter(opened: OpenedSlot): Promise<void>;
  /** Counts as a try; throws `vault/wrong-passphrase`, `vault/too-many-tries`. */
  byPassphrase(passphrase: string): Promise<OpenedSlot>;
  /** Other slots under the same key. */
  slots(unlocked: Unlocked, change: (slots: readonly Slot[]) => readonly Slot[]): Promise<void>;
  /** A new vault key, for the slots to keep. Slots whose wrapping key is not known end too. */
  rotate(opened: OpenedSlot, keep: (slot: Slot) => boolean): Promise<void>;
  /** A new vault key under a new passphrase; of the other slots only the opened ones stay. */
  renew(unlocked: Unlocked, holder: PassphraseKey, others: readonly OpenedSlot[]): Promise<void>;
}

/** Every sound record under the new keys, at a new revision. What is damaged stays as it is. */
function reseal(
  now: Snapshot,
  head: StoredHead,
  slots: readonly Slot[],
  from: EpochKeys,
  to: EpochKeys,
  deps: VaultDeps,
): Change {
  const revision = head.revision + 1;
  const versions = new Map(head.versions);
  const put = new Map<string, Uint8Array>();
  for (const [id, bytes] of now.records) {
    const content = versions.has(id) ? openRecord(from, id, bytes) : null;
    if (!content) continue;
    put.set(id, sealRecord(to, id, revision, content, deps.random));
    versions.set(id, revision);
  }
  const next = { vault: head.vault, epoch: to.epoch, revision, slots, versions };
  return { head: encodeHead(next, to), put, drop: [] };
}

const keysOf = ({ key, vault, epoch }: Unlocked) => deriveKeys(key, vault, epoch);

export function createHeadWriter(
  deps: VaultDeps,
  stores: Stores,
  session: Session,
  unlocker: Unlocker,
  announce: (what: 'changed' | 'unlocked') => void,
  attempts: { begin(): Promise<void>; reset(): Promise<void> },
): HeadWriter {
  /** The lists stay as they are; only the revision that they belong to moves on. */
  const moveLists = (revision: number) => session.applyEdit({ revision, put: [], drop: [] });

  /** Under the vault's lock: one change of the head that these keys made. */
  async function rewrite(
    keys: EpochKeys,
    wanted: 'all' | readonly string[],
    change: (head: StoredHead, now: Snapshot) => Change,
  ): Promise<void> {
    let revision = 0;
    const changing = stores.change(wanted, (now) => {
      const head = decodeHead(now.head ?? '');
      if (!head?.verifyMac(keys)) throw new AppError('vault/tampered');
      if (head.newer) throw new AppError('vault/read-only');
      revision = head.revision + 1;
      return change(head, now);
    });
    await afterDurable(changing, () => moveLists(revision));
  }

  /** Heals first, so that the leading store has every record there is. */
  const replaceKey = (before: Unlocked, slotsFor: (after: Unlocked) => readonly Slot[]) =>
    deps.exclusive('vault', async () => {
      await verifyStores(deps, stores, session, before);
      const after = { ...before, epoch: before.epoch + 1, key: deps.random(32) };
      const from = keysOf(before);
      const to = keysOf(after);
      const slots = slotsFor(after);
      const resealing = rewrite(from, 'all', (head, now) =>
        reseal(now, head, slots, from, to, deps),
      );
      await afterDurable(resealing, async () => {
        await session.rekey(after);
        await pruneOldVersion(deps, after, false);
      });
    });

  const rewrapped = ({ vault, epoch, key }: Unlocked, header: SlotHeader, kek: Uint8Array) =>
    wrapKey(vault, epoch, header, kek, key, deps.random);

  /** The passphrase's slot with the keys of the others, and the others. */
  function slotsOf(
    after: Unlocked,
    holder: PassphraseKey,
    others: readonly PassphraseKey[],
  ): readonly Slot[] {
    const ring: Keyring = new Map(others.map(({ header, kek }) => [header.id, kek]));
    const bare = rewrapped(after, holder.header, holder.kek);
    return [
      withKeyring(after.vault, bare, holder.kek, ring, deps.random),
      ...others.map(({ header, kek }) => rewrapped(after, header, kek)),
    ];
  }

  return {
    current: () => session.require(),
    async enter({ unlocked, slot }) {
      await deps.exclusive('vault', () => migrate(deps, unlocked));
      await unlocker.enter(unlocked, slot.type === 'device');
      announce('unlocked');
    },
    async byPassphrase(passphrase) {
      if (passphrase === '') throw new AppError('vault/wrong-passphrase');
      await attempts.begin();
      const opened = await unlocker.open('passphrase', (slot) =>
        passphraseKek(deps, slot, passphrase),
      );
      await attempts.reset();
      return opened;
    },
    async slots(unlocked, change) {
      const keys = keysOf(unlocked);
      const rewriting = deps.exclusive('vault', async () => {
        const { head: text } = await stores.some([]);
        // The leading store may be damaged, or another vault's: then there is one to go on from.
        if (!decodeHead(text ?? '')?.verifyMac(keys))
          await verifyStores(deps, stores, session, unlocked);
        const changing = rewrite(keys, [], (head) => {
          const slots = change(head.slots);
          const next = { ...head, revision: head.revision + 1, slots };
          return { head: encodeHead(next, keys), put: new Map(), drop: [] };
        });
        await afterDurable(changing, () => pruneOldVersion(deps, unlocked, false));
      });
      await afterDurable(rewriting, () => announce('changed'));
    },
    async rotate({ head, slot, kek, unlocked }, keep) {
      const ring = keyringOf(head.vault, slot, kek);
      const others = head.slots
        .filter((one) => one.id !== slot.id && keep(one))
        .flatMap((header) => {
          const own = ring.get(header.id);
          return own ? [{ header, kek: own }] : [];
        });
      const holder = { header: slot, kek };
      await afterDurable(
        replaceKey(unlocked, (after) => slotsOf(after, holder, others)),
        () => announce('changed'),
      );
    },
    async renew(unlocked, holder, others) {
      const staying = others.map(({ slot, kek }) => ({ header: slot, kek }));
      await afterDurable(
        replaceKey(unlocked, (after) => slotsOf(after, holder, staying)),
        () => announce('changed'),
      );
    },
  };
}
