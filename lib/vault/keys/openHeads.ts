import type { PublicKeySealing } from '../../crypto';
import { AppError } from '../../errors';
import { isEnded, type StoredHead } from '../format/Head';
import { deriveKeys } from '../format/keys';
import type { AnySlot, SlotType } from '../format/Slot';
import type { OpenedKey } from '../format/OpenedKey';
import { openSlot } from '../format/slotSealing';
import { openSlotV1 } from '../migration/v1/SlotV1';
import type { Unlocked } from './createSession';
import { kdfBudget, kdfWork } from './kdfBudget';

/** An opened slot with its KEK and the vault key. */
export interface OpenedSlot {
  /** The newest head that the vault key made. */
  readonly head: StoredHead;
  readonly slot: AnySlot;
  readonly kek: Uint8Array;
  readonly unlocked: Unlocked;
}

/** Returns the KEK that the user's key gives for a slot, or null if the user's key can't open the slot. */
export type KekOf = (slot: AnySlot) => Uint8Array | Promise<Uint8Array> | null;

/** The heads to search, and which of their slots to try. */
export interface Opening {
  readonly heads: readonly StoredHead[];
  readonly type: SlotType;
  readonly kekOf: KekOf;
  readonly sealing: PublicKeySealing;
}

interface Candidate {
  readonly head: StoredHead;
  readonly slot: AnySlot;
}

/** Returns the parameters of a derivation. Slots with equal parameters have the same KEK. */
const cacheKey = ({ salt, memory, passes, lanes, credential }: AnySlot) =>
  [salt, memory, passes, lanes, credential].join();

const keyIn = ({ head, slot }: Candidate, kek: Uint8Array, sealing: PublicKeySealing): OpenedKey =>
  slot.v === 1 ? openSlotV1(head, slot, kek) : openSlot(head, slot, kek, sealing);

/**
 * Returns the newest head that this vault key made, or null if the key's epoch has ended. Heads of other keys
 * can't change the result, because only this key can prove that its epoch ended. Throws `vault/too-new` if a
 * newer version uses the vault.
 */
function newestBy(unlocked: Unlocked, heads: readonly StoredHead[]): StoredHead | null {
  const { key, vault, epoch } = unlocked;
  const made = heads.filter((head) => head.vault === vault && head.verifyWithVaultKey(key));
  const keys = deriveKeys(key, vault, epoch);
  const unreadable = heads.filter(({ readable }) => !readable);
  if (made.some(({ readable }) => !readable) || isEnded(keys, unreadable))
    throw new AppError('vault/too-new');
  if (isEnded(keys, heads)) return null;
  return made.toSorted((a, b) => b.revision - a.revision)[0] ?? null;
}

/** Returns the error that tells the user most about what to do. */
function reasonOf(seen: ReadonlySet<string>, heads: readonly StoredHead[]): AppError {
  if (seen.has('damaged')) return new AppError('vault/tampered');
  if (seen.has('wrong-key')) return new AppError('vault/wrong-passphrase');
  if (heads.some(({ readable }) => !readable)) return new AppError('vault/too-new');
  if (seen.has('too-costly')) return new AppError('format/cost-too-high');
  return new AppError(heads.length === 0 ? 'vault/tampered' : 'vault/wrong-passphrase');
}

/**
 * Opens the vault with one of the user's keys. Tries every slot of the type in every head, the cheapest first, so
 * that one altered store locks nobody out. The total cost is limited. Throws `vault/wrong-passphrase`,
 * `vault/tampered`, `vault/too-new` or `format/cost-too-high`.
 */
export async function openHeads({ heads, type, kekOf, sealing }: Opening): Promise<OpenedSlot> {
  const affords = kdfBudget();
  const derived = new Map<string, Uint8Array | null>();
  const seen = new Set<string>();

  /** Returns the KEK of a slot. Derived keys are reused, because both heads usually have the same slots. */
  async function kekFor(slot: AnySlot): Promise<Uint8Array | null> {
    const cached = derived.get(cacheKey(slot));
    if (cached !== undefined) return cached;
    let kek: Uint8Array | null = null;
    try {
      if (affords(slot)) kek = await kekOf(slot);
      else seen.add('too-costly');
    } catch {
      // The costs are out of bounds, or the memory can't be allocated. Another slot may still open.
      seen.add('too-costly');
    }
    derived.set(cacheKey(slot), kek);
    return kek;
  }

  const candidates = heads
    .flatMap((head) => head.slots.map((slot) => ({ head, slot })))
    .filter(({ slot }) => slot.type === type)
    .toSorted((a, b) => kdfWork(a.slot) - kdfWork(b.slot));
  for (const candidate of candidates) {
    const kek = await kekFor(candidate.slot);
    if (!kek) continue;
    const key = keyIn(candidate, kek, sealing);
    if (!(key instanceof Uint8Array)) {
      seen.add(key);
      continue;
    }
    const { vault, epoch } = candidate.head;
    const unlocked = { vault, epoch, key };
    // The slot's key made none of the heads, so somebody inserted the slot.
    if (!heads.some((head) => head.vault === vault && head.verifyWithVaultKey(key))) {
      seen.add('damaged');
      continue;
    }
    const head = newestBy(unlocked, heads);
    if (!head) {
      seen.add('wrong-key');
      continue;
    }
    const slot = head.slots.find(({ id }) => id === candidate.slot.id) ?? candidate.slot;
    return { head, slot, kek, unlocked: { vault, epoch: head.epoch, key } };
  }
  throw reasonOf(seen, heads);
}
