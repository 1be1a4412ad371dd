import { text } from './fields';

/** Returns the distinct hosts of web addresses, in ASCII form. Ignores all other values. */
export function hostsOf(addresses: readonly unknown[]): string[] {
  const hosts = addresses.flatMap((address) => {
    const given = text(address);
    const url = given.includes('://') ? given : `https://${given}`;
    if (!given.includes('.') || !URL.canParse(url)) return [];
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && hostname ? [hostname] : [];
  });
  return [...new Set(hosts)];
}
