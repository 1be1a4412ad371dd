import { toBase64url } from '../../crypto';
import { AppError } from '../../errors';
import { recipientFrom, sealSlot } from '../format/slotSealing';
import type { SecureVault } from '../SecureVault';
import type { VaultContext } from '../VaultContext';
import type { HeadWriter } from './createHeadWriter';
import type { Unlocked } from './createSession';
import { newKey, type Unlocker } from './createUnlocker';
import type { PassphraseKey } from './rotatedSlots';
import type { Slots } from './Slots';
import {
  checkPassphrase,
  isOutdated,
  kekFromRandomKey,
  newHeader,
  newPassphrase,
} from './slotKeys';

/** The operations that create or open a vault. */
export type OpeningOperations = Pick<
  SecureVault,
  'create' | 'createWithoutPassphrase' | 'unlock' | 'verifyPassphrase'
>;

interface Keys {
  readonly unlocker: Unlocker;
  readonly headWriter: HeadWriter;
  readonly slots: Slots;
}

export function openingOperations(
  { deps, announce }: VaultContext,
  { unlocker, headWriter, slots }: Keys,
): OpeningOperations {
  async function createFirst(unlocked: Unlocked, { header, kek }: PassphraseKey): Promise<void> {
    const sealing = await deps.sealing();
    const tools = { sealing, random: deps.random };
    const slot = sealSlot(unlocked, recipientFrom(sealing, header, kek), tools);
    await unlocker.createFirstHead(unlocked, slot);
    announce('unlocked');
  }

  return {
    async create(passphrase) {
      await checkPassphrase(deps, passphrase);
      const unlocked = newKey(deps);
      const { header, kek } = await newPassphrase(deps, passphrase);
      await createFirst(unlocked, { header, kek });
    },
    async createWithoutPassphrase() {
      if ((await deps.rules?.())?.required) throw new AppError('vault/passphrase-required');
      const unlocked = newKey(deps);
      const device = deps.random(32);
      const header = newHeader(deps, 'device', { device: toBase64url(device) });
      await createFirst(unlocked, { header, kek: kekFromRandomKey(header, device) });
    },
    async unlock(passphrase) {
      const opened = await headWriter.byPassphrase(passphrase);
      await headWriter.enter(opened);
      // A failed upgrade is ignored, because the vault is open. The next unlock tries again.
      if (isOutdated(deps, opened.slot))
        await slots.changePassphrase(passphrase, passphrase).catch(() => undefined);
    },
    verifyPassphrase: (passphrase) => headWriter.verifyPassphrase(passphrase),
  };
}
