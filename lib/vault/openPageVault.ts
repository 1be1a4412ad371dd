import type { Icons } from './icons/Icons';
import { type MethodNames, onDemand } from './onDemand';
import { openVault } from './openVault';
import type { PageVault } from './SecureVault';
import type { VaultOptions } from './VaultOptions';

const iconMethods: MethodNames<Icons> = {
  read: true,
  addOwn: true,
  prune: true,
  packs: true,
  addPack: true,
  removePack: true,
};

/** Opens the vault with the pictures of accounts, which only pages show. Their code loads at the first use. */
export const openPageVault = (options: VaultOptions): PageVault =>
  openVault(options, (parts) => {
    let created: Promise<Icons> | null = null;
    const load = async () => {
      const { createIcons, iconDatabase } = await import('./icons/onDemand');
      return createIcons(parts, iconDatabase(options.iconDatabase));
    };
    return { icons: onDemand(iconMethods, () => (created ??= load())) };
  });
