import type { IconPack } from '../../vault';
import { fold } from '../accounts';

/**
 * Returns the icon of a pack for an issuer, or null. Compares whole names, and ignores case and accents.
 */
export function packIconOf({ icons }: IconPack, issuer: string): string | null {
  const wanted = fold(issuer.trim());
  if (wanted === '') return null;
  return icons.find(({ issuers }) => issuers.some((name) => fold(name) === wanted))?.icon ?? null;
}
