import { utf8 } from '../../lib/crypto';
import type { IconPack } from '../../lib/vault';

/** Returns bytes that start like WebP. */
export const pictureOf = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(utf8(`RIFF0000WEBP${text}`));

/** Returns a pack with an icon for each issuer, and its pictures. */
export function packOf(
  issuers: readonly string[],
  changes: Partial<IconPack> = {},
): [IconPack, Map<string, Uint8Array>] {
  const uuid = changes.uuid ?? '7b9e5c2a-0000-4000-8000-000000000001';
  const icons = issuers.map((issuer) => ({
    icon: `pack:${uuid}:${issuer}`,
    name: issuer,
    issuers: [issuer],
  }));
  return [
    { uuid, name: 'Pack', version: 1, icons, ...changes },
    new Map(icons.map(({ icon, name }) => [icon, pictureOf(name)])),
  ];
}
