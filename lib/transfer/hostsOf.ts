import { text } from './fields';

/** The hosts of web addresses, in ASCII form and each once; what is no web address is left out. */
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
