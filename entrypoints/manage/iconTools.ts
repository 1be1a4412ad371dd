import type { IconTools } from '../../components/manage';
import type { PageVault } from '../../lib/vault';

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/**
 * Builds the functions for pictures. Each dynamic import is on its own line with the names that it uses, so that the
 * bundler includes nothing else.
 */
export const iconTools = (vault: PageVault): IconTools => ({
  packs: async () => {
    await vault.icons.prune();
    return vault.icons.packs();
  },
  addOwn: async (file) => {
    const { drawPicture } = await import('../../lib/authenticator/icons');
    const picture = await drawPicture(await bytesOf(file));
    await vault.icons.prune();
    return vault.icons.addOwn(picture);
  },
  install: async (file, hooks) => {
    const { drawPicture, installPack } = await import('../../lib/authenticator/icons');
    const { readInWorker } = await import('../../lib/transfer');
    const read = (pack: Uint8Array<ArrayBuffer>, signal: AbortSignal) =>
      readInWorker({ pack }, { signal, onEstimate: () => undefined });
    return installPack(file, { vault, read, draw: drawPicture }, hooks);
  },
  removePack: (uuid) => vault.icons.removePack(uuid),
});
