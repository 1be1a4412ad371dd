import { timingSafeEqual, fromBase64url, toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import type { Access, Opened } from './createAccess';
import type { Rewriter } from './createRewriter';
import type { Slot } from '../format/Slot';
import { keyringOf, unwrap, withKeyring, wrap, type Keyring } from '../format/wrap';
import { recoveryKeyFromText, recoveryKeyLength, recoveryKeyToText } from '../format/recoveryKey';
import { atLeastDurable } from '../entries/onceDurable';
import type { Passkeys, Slots } from './Slots';
import { checkPassphrase, newHeader, newPassphrase, strongKek } from './slotKeys';
import type { VaultDeps } from '../VaultDeps';

const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();

const withKek = (ring: Keyring, id: string, kek: Uint8Array): Keyring =>
  new Map([...ring, [id, kek]]);

/** The opened slot as it is now: another page may have given its keyring more since. */
function keyringNow({ head, slot, kek }: Opened, slots: readonly Slot[]): Keyring {
  const now = slots.find(({ id }) => id === slot.id);
  // Another page has changed the passphrase meanwhile.
  if (!now) throw new AppError('vault/wrong-passphrase');
  return keyringOf(head.vault, now, kek);
}

/** What changes the ways into the vault. `rewriter` writes heads and rotates; `unlockedNow` tells pages. */
export function createSlots(
  deps: VaultDeps,
  access: Access,
  rewriter: Rewriter,
  passkeys: Passkeys,
): Slots {
  const byPassphrase = (passphrase: string) => rewriter.byPassphrase(passphrase);

  async function changePassphrase(current: string, next: string): Promise<void> {
    // The same passphrase anew, as when its slot is raised, is no new one.
    if (next !== current) await checkPassphrase(deps, next);
    const opened = await byPassphrase(current);
    const { vault, epoch, key } = opened.unlocked;
    const { header, kek } = await newPassphrase(deps, next);
    const bare = wrap(vault, epoch, header, kek, key, deps.random);
    const prove = async () => {
      const stored = (await access.heads())[0]?.slots.find(({ id }) => id === header.id);
      const proof = stored && unwrap(vault, epoch, stored, kek);
      if (!(proof instanceof Uint8Array) || !timingSafeEqual(proof, key))
        throw new AppError('vault/tampered');
    };
    // On a full disk too, the old passphrase must not stay beside the new one.
    await atLeastDurable(
      rewriter.slots(opened.unlocked, (slots) => [
        ...slots,
        withKeyring(vault, bare, kek, keyringNow(opened, slots), deps.random),
      ]),
    );
    await prove();
    await rewriter.slots(opened.unlocked, (slots) =>
      slots.filter(({ id, type }) => type !== 'passphrase' || id === header.id),
    );
  }

  /** Adds a slot that the passphrase slot can serve at a rotation. */
  async function addSlot(opened: Opened, slot: Slot, kek: Uint8Array): Promise<void> {
    const { vault } = opened.head;
    await rewriter.slots(opened.unlocked, (slots) => {
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
      await atLeastDurable(rewriter.rotate(first, (slot) => !old.includes(slot.id)));
    const opened = old.length > 0 ? await byPassphrase(passphrase) : first;
    const key = deps.random(recoveryKeyLength);
    const header = newHeader(deps, 'recovery');
    const kek = strongKek(header, key);
    const { vault, epoch, key: vaultKey } = opened.unlocked;
    const slot = wrap(vault, epoch, header, kek, vaultKey, deps.random);
    // It is in the vault now and can be shown this once only: a failing mirror must not swallow it.
    await atLeastDurable(addSlot(opened, slot, kek));
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
    const kek = strongKek(header, prf);
    const { vault, epoch, key } = opened.unlocked;
    await addSlot(opened, wrap(vault, epoch, header, kek, key, deps.random), kek);
  }

  async function unlockByPasskey(): Promise<void> {
    const slots = (await access.heads()).flatMap((head) => head.slots);
    const candidates = slots
      .filter(({ type }) => type === 'passkey')
      .map(({ credential, salt }) => ({ credential: bytes(credential), salt: bytes(salt) }));
    if (candidates.length === 0) throw new AppError('vault/passkey-failed');
    const { credential, prf } = await passkeys.evaluate(candidates);
    const name = toBase64url(credential);
    const opened = await access.open('passkey', (slot) =>
      slot.credential === name ? strongKek(slot, prf) : null,
    );
    await rewriter.enter(opened);
  }

  async function recover(recoveryKey: string, next: string): Promise<void> {
    await checkPassphrase(deps, next);
    const key = recoveryKeyFromText(recoveryKey);
    if (!key) throw new AppError('vault/wrong-recovery-key');
    const opened = await access
      .open('recovery', (slot) => strongKek(slot, key))
      .catch((error: unknown) => {
        const wrong = error instanceof AppError && error.code === 'vault/wrong-passphrase';
        throw wrong ? new AppError('vault/wrong-recovery-key') : error;
      });
    const { header, kek } = await newPassphrase(deps, next);
    await rewriter.enter(opened);
    await rewriter.renew(opened.unlocked, { header, kek }, [opened]);
  }

  async function setPassphrase(next: string): Promise<void> {
    await checkPassphrase(deps, next);
    const unlocked = await rewriter.current();
    const { header, kek } = await newPassphrase(deps, next);
    await rewriter.renew(unlocked, { header, kek }, []);
  }

  return {
    async list() {
      const heads = await access.heads();
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
    passkeyObstacle: () => passkeys.obstacle(),
    addPasskey,
    unlockByPasskey,
    unlockFreely: async () => rewriter.enter(await access.openFreely()),
    remove: async (id, passphrase) =>
      rewriter.rotate(await byPassphrase(passphrase), (slot) => slot.id !== id),
    rotate: async (passphrase) => rewriter.rotate(await byPassphrase(passphrase), () => true),
  };
}
