import { timingSafeEqual, fromBase64url, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Unlocker, OpenedSlot } from './createUnlocker';
import type { HeadWriter } from './createHeadWriter';
import type { Slot } from '../format/Slot';
import { keyringOf, unwrapKey, withKeyring, wrapKey, type Keyring } from '../format/wrapKey';
import { recoveryKeyFromText, recoveryKeyLength, recoveryKeyToText } from '../format/recoveryKey';
import { ignoreMirrorFailure } from '../entries/afterDurable';
import type { Passkeys, Slots } from './Slots';
import { checkPassphrase, newHeader, newPassphrase, kekFromRandomKey } from './slotKeys';
import type { VaultDeps } from '../VaultDeps';

const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();

const withKek = (ring: Keyring, id: string, kek: Uint8Array): Keyring =>
  new Map([...ring, [id, kek]]);

/** The opened slot as it is now: another page may have given its keyring more since. */
function keyringNow({ head, slot, kek }: OpenedSlot, slots: readonly Slot[]): Keyring {
  const now = slots.find(({ id }) => id === slot.id);
  // Another page has changed the passphrase meanwhile.
  if (!now) throw new AppError('vault/wrong-passphrase');
  return keyringOf(head.vault, now, kek);
}

/** What changes the ways into the vault. `headWriter` writes heads and rotates; `unlockedNow` tells pages. */
export function createSlots(
  deps: VaultDeps,
  unlocker: Unlocker,
  headWriter: HeadWriter,
  passkeys: Passkeys,
): Slots {
  const byPassphrase = (passphrase: string) => headWriter.byPassphrase(passphrase);

  async function changePassphrase(current: string, next: string): Promise<void> {
    // The same passphrase anew, as when its slot is raised, is no new one.
    if (next !== current) await checkPassphrase(deps, next);
    const opened = await byPassphrase(current);
    const { vault, epoch, key } = opened.unlocked;
    const { header, kek } = await newPassphrase(deps, next);
    const bare = wrapKey(vault, epoch, header, kek, key, deps.random);
    const prove = async () => {
      const stored = (await unlocker.heads())[0]?.slots.find(({ id }) => id === header.id);
      const proof = stored && unwrapKey(vault, epoch, stored, kek);
      if (!(proof instanceof Uint8Array) || !timingSafeEqual(proof, key))
        throw new AppError('vault/tampered');
    };
    // On a full disk too, the old passphrase must not stay beside the new one.
    await ignoreMirrorFailure(
      headWriter.slots(opened.unlocked, (slots) => [
        ...slots,
        withKeyring(vault, bare, kek, keyringNow(opened, slots), deps.random),
      ]),
    );
    await prove();
    await headWriter.slots(opened.unlocked, (slots) =>
      slots.filter(({ id, type }) => type !== 'passphrase' || id === header.id),
    );
  }

  /** Adds a slot that the passphrase slot can serve at a rotation. */
  async function addSlot(opened: OpenedSlot, slot: Slot, kek: Uint8Array): Promise<void> {
    const { vault } = opened.head;
    await headWriter.slots(opened.unlocked, (slots) => {
      const ring = withKek(keyringNow(opened, slots), slot.id, kek);
      const holder = withKeyring(vault, opened.slot, opened.kek, ring, deps.random);
      return [...slots.map((one) => (one.id === holder.id ? holder : one)), slot];
    });
  }

  async function createRecoveryKey(passphrase: string): Promise<string> {
    const first = await byPassphrase(passphrase);
    const old = first.head.slots.filter(({ type }) => type === 'recovery').map(({ id }) => id);
    // The old one ends with the key that it could open.
    if (old.length > 0)
      await ignoreMirrorFailure(headWriter.rotate(first, (slot) => !old.includes(slot.id)));
    const opened = old.length > 0 ? await byPassphrase(passphrase) : first;
    const key = deps.random(recoveryKeyLength);
    const header = newHeader(deps, 'recovery');
    const kek = kekFromRandomKey(header, key);
    const { vault, epoch, key: vaultKey } = opened.unlocked;
    const slot = wrapKey(vault, epoch, header, kek, vaultKey, deps.random);
    // It is in the vault now and can be shown this once only: a failing mirror must not swallow it.
    await ignoreMirrorFailure(addSlot(opened, slot, kek));
    return recoveryKeyToText(key);
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
    const kek = kekFromRandomKey(header, prf);
    const { vault, epoch, key } = opened.unlocked;
    await addSlot(opened, wrapKey(vault, epoch, header, kek, key, deps.random), kek);
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
    const { header, kek } = await newPassphrase(deps, next);
    await headWriter.enter(opened);
    await headWriter.renew(opened.unlocked, { header, kek }, [opened]);
  }

  async function setPassphrase(next: string): Promise<void> {
    await checkPassphrase(deps, next);
    const unlocked = await headWriter.current();
    const { header, kek } = await newPassphrase(deps, next);
    await headWriter.renew(unlocked, { header, kek }, []);
  }

  return {
    async list() {
      const heads = await unlocker.heads();
      const best = heads.filter(
        ({ vault }, at) => heads.findIndex((one) => one.vault === vault) === at,
      );
      const slots = best.flatMap((head) => head.slots);
      return slots.map(({ id, type, label, createdAt, memory, passes, lanes }) => ({
        id,
        type,
        label,
        createdAt,
        memory,
        passes,
        lanes,
      }));
    },
    changePassphrase,
    setPassphrase,
    createRecoveryKey,
    recover,
    passkeyUnavailableReason: () => passkeys.obstacle(),
    addPasskey,
    unlockByPasskey,
    unlockWithoutPassphrase: async () => headWriter.enter(await unlocker.openWithoutPassphrase()),
    remove: async (id, passphrase) =>
      headWriter.rotate(await byPassphrase(passphrase), (slot) => slot.id !== id),
    rotate: async (passphrase) => headWriter.rotate(await byPassphrase(passphrase), () => true),
  };
}
