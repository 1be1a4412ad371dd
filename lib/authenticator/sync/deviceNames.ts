import { requireRecord, type SyncContext } from './syncContext';

/** Maximum length of a device's name, in characters. */
const longestName = 60;

export const deviceName = (name: string): string => name.trim().slice(0, longestName) || 'Tessera';

/** Returns the name with the lowest number that no other device has, such as "Chrome on Linux 2". */
export function distinctName(name: string, others: ReadonlySet<string>): string {
  let distinct = name;
  for (let number = 2; others.has(distinct); number++) {
    const suffix = ` ${number}`;
    distinct = name.slice(0, longestName - suffix.length) + suffix;
  }
  return distinct;
}

/** Renames this device, and publishes the name. */
export async function renameDevice(
  { sync }: Pick<SyncContext, 'sync'>,
  name: string,
): Promise<void> {
  await sync.record.change((record) => ({
    ...record,
    memory: {
      ...record.memory,
      name: deviceName(name),
      // A pending file makes the next round publish this device's file, which contains the new name.
      pending: record.memory.pending ?? { seq: record.memory.seq, made: '' },
    },
  }));
  await sync.run('now');
}

/** Renames this device if another device of its set has the same name. */
export async function renameIfTaken(context: SyncContext): Promise<void> {
  const { name, devices } = (await requireRecord(context)).memory;
  const distinct = distinctName(name, new Set(Object.values(devices).map((other) => other.name)));
  if (distinct !== name) await renameDevice(context, distinct);
}
