/** Returns the name of an exported file, such as `tessera-aegis-2026-01-31.json`, with the date in UTC. */
export const fileName = (format: string, now: number, ending: string): string =>
  `tessera-${format}-${new Date(now).toISOString().slice(0, 10)}.${ending}`;
