import {
  fromBase64url,
  recoveryKeyFromText,
  recoveryKeyLength,
  recoveryKeyToText,
  toBase64url,
} from '../../crypto';
import { ignoreMirrorFailure } from '../entries/afterDurable';
import { AppError } from '../../errors';
import type { AnySlot } from '../format/Slot';
import type { VaultContext } from '../VaultContext';
import type { HeadWriter } from './createHeadWriter';
import type { Unlocker } from './createUnlocker';
import type { OpenedSlot } from './openHeads';
import type { PassphraseKey } from './rotatedSlots';
import { checkPassphrase, kekFromRandomKey, newHeader, newPassphrase } from './slotKeys';
import type { Slots, SlotSummary } from './Slots';

const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();

/** Throws `vault/wrong-passphrase` if another page has removed or replaced the slot that was opened. */
function requireStillThere({ slot }: OpenedSlot, slots: readonly AnySlot[]): void {
  if (!slots.some(({ id }) => id === slot.id)) throw new AppError('vault/wrong-passphrase');
}

const isPending = (slot: AnySlot) => slot.v === 2 && slot.pending;

function summaryOf(slot: AnySlot): SlotSummary {
  const { id, type, label, createdAt, memory, passes, lanes } = slot;
  const { renew = false, pending = false } = slot.v === 2 ? slot : {};
  return { id, type, label, createdAt, memory, passes, lanes, renew, pending };
}

/** Creates the functions that change slots. Every removal of a slot replaces the vault key. */
export function createSlots(
  { deps }: VaultContext,
  unlocker: Unlocker,
  headWriter: HeadWriter,
): Slots {
  const { passkeys } = deps;
  const byPassphrase = (passphrase: string) => headWriter.byPassphrase(passphrase);

  async function changePassphrase(current: string, next: string): Promise<void> {
    // An unchanged passphrase isn't checked again, because the upgrade of a slot passes the current passphrase as
    // the new one.
    if (next !== current) await checkPassphrase(deps, next);
    const opened = await byPassphrase(current);
    const holder = await newPassphrase(deps, next);
    await headWriter.rotate({
      from: opened.unlocked,
      opened,
      holder,
      keep(slot, slots) {
        requireStillThere(opened, slots);
        return slot.type !== 'passphrase';
      },
    });
  }

  /** Adds a slot. Throws if the slot that was opened with the passphrase no longer exists. */
  const addSlot = (opened: OpenedSlot, holder: PassphraseKey) =>
    headWriter.add(opened.unlocked, holder, (slots) => requireStillThere(opened, slots));

  async function createRecoveryKey(passphrase: string): Promise<string> {
    const opened = await byPassphrase(passphrase);
    // An unconfirmed recovery key is removed, and the vault key is replaced because that recovery key could open
    // it.
    const isReplaced = opened.head.slots.some(isPending);
    if (isReplaced)
      await ignoreMirrorFailure(
        headWriter.rotate({ from: opened.unlocked, keep: (slot) => !isPending(slot) }),
      );
    const unlocked = isReplaced ? await headWriter.current() : opened.unlocked;
    const key = deps.random(recoveryKeyLength);
    const header = newHeader(deps, 'recovery', { pending: true });
    const holder = { header, kek: kekFromRandomKey(header, key) };
    // The recovery key is stored and can be shown only once, so a failure of the mirror must not prevent showing
    // it.
    await ignoreMirrorFailure(addSlot({ ...opened, unlocked }, holder));
    return recoveryKeyToText(key);
  }

  async function confirmRecoveryKey(): Promise<void> {
    await headWriter.rotate({
      from: await headWriter.current(),
      keep(slot, slots) {
        if (!slots.some(isPending)) throw new AppError('vault/wrong-recovery-key');
        return slot.type !== 'recovery' || isPending(slot);
      },
      rename: (header) => ({ ...header, pending: false }),
    });
  }

  async function addPasskey(passphrase: string, label: string): Promise<void> {
    const opened = await byPassphrase(passphrase);
    const salt = deps.random(32);
    const { credential, prf } = await passkeys.create(label, salt);
    const header = newHeader(deps, 'passkey', {
      label,
      salt: toBase64url(salt),
      credential: toBase64url(credential),
    });
    await addSlot(opened, { header, kek: kekFromRandomKey(header, prf) });
  }

  async function unlockByPasskey(): Promise<void> {
    const slots = (await unlocker.heads()).flatMap((head) => head.slots);
    const candidates = slots
      .filter(({ type }) => type === 'passkey')
      .map(({ credential, salt }) => ({ credential: bytes(credential), salt: bytes(salt) }));
    if (candidates.length === 0) throw new AppError('vault/passkey-failed');
    const { credential, prf } = await passkeys.evaluate(candidates);
    const name = toBase64url(credential);
    const opened = await unlocker.open('passkey', (slot) =>
      slot.credential === name ? kekFromRandomKey(slot, prf) : null,
    );
    await headWriter.enter(opened);
  }

  async function recover(recoveryKey: string, next: string): Promise<void> {
    await checkPassphrase(deps, next);
    const key = recoveryKeyFromText(recoveryKey);
    if (!key) throw new AppError('vault/wrong-recovery-key');
    const opened = await unlocker
      .open('recovery', (slot) => kekFromRandomKey(slot, key))
      .catch((error: unknown) => {
        const wrong = error instanceof AppError && error.code === 'vault/wrong-passphrase';
        throw wrong ? new AppError('vault/wrong-recovery-key') : error;
      });
    const holder = await newPassphrase(deps, next);
    // Pages are notified only once the passphrase is stored. If pages showed the vault earlier, the user could
    // lock the vault or close the page and lose the passphrase.
    await headWriter.enter(opened, () =>
      headWriter.rotate({
        from: opened.unlocked,
        opened,
        holder,
        keep: ({ id }) => id === opened.slot.id,
        // The user has the recovery key, so it is no longer pending.
        rename: (header) => ({ ...header, pending: false }),
      }),
    );
  }

  async function setPassphrase(next: string): Promise<void> {
    await checkPassphrase(deps, next);
    const from = await headWriter.current();
    await headWriter.rotate({ from, holder: await newPassphrase(deps, next), keep: () => false });
  }

  return {
    async list() {
      const heads = await unlocker.heads();
      const best = heads.filter(
        ({ vault }, at) => heads.findIndex((one) => one.vault === vault) === at,
      );
      return best.flatMap((head) => head.slots).map(summaryOf);
    },
    changePassphrase,
    setPassphrase,
    createRecoveryKey,
    confirmRecoveryKey,
    recover,
    passkeyUnavailableReason: () => passkeys.obstacle(),
    addPasskey,
    unlockByPasskey,
    unlockWithoutPassphrase: async () => headWriter.enter(await unlocker.openWithoutPassphrase()),
    async remove(id, passphrase) {
      const opened = await byPassphrase(passphrase);
      const keep = (slot: AnySlot) => slot.id !== id || slot.id === opened.slot.id;
      await headWriter.rotate({ from: opened.unlocked, opened, keep });
    },
    async rotate(passphrase) {
      const opened = await byPassphrase(passphrase);
      await headWriter.rotate({ from: opened.unlocked, opened, keep: () => true });
    },
  };
}
