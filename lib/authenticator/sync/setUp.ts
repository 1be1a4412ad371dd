import { AppError } from '../../errors';
import { timingSafeEqual, toBase64url } from '../../crypto';
import {
  newRecord,
  newSet,
  parseFileName,
  removeFiles,
  removeRecoverySlot,
  withoutOthers,
  writeRecoverySlot,
  type SyncPlace,
} from '../../sync';
import { deviceName, renameDevice } from './deviceNames';
import { checkPolicy, requireRecord, type SyncContext } from './syncContext';
import type { SyncService } from './SyncService';

type SetUp = Pick<
  SyncService,
  | 'test'
  | 'connect'
  | 'changePlace'
  | 'syncNow'
  | 'pause'
  | 'rename'
  | 'stop'
  | 'removeDevice'
  | 'renewRecoveryKey'
>;

/** Creates the methods that set up, change and end sync. */
export function setUp(context: SyncContext): SetUp {
  const { sync, random, transportOf } = context;

  const reach = async (place: SyncPlace) => {
    await checkPolicy(context, place);
    return transportOf(place);
  };

  /** Writes a file, reads it back and removes it, as a round does. Throws `sync/short-write` if the bytes differ. */
  async function test(place: SyncPlace) {
    const transport = await reach(place);
    const files = await transport.list();
    const name = `tessera-test-${toBase64url(random(6))}.tmp`;
    const bytes = random(64);
    await transport.put(name, bytes);
    const back = await transport.get(name);
    await transport.remove(name);
    if (!back || !timingSafeEqual(back, bytes)) throw new AppError('sync/short-write');
    return { files: files.filter((file) => parseFileName(file.name)).length };
  }

  return {
    test,
    async connect(place, name) {
      await test(place);
      const transport = await transportOf(place);
      const memory = newSet(random, deviceName(name));
      const recoveryKey = await writeRecoverySlot(transport, memory, random);
      await context.status.remove();
      await sync.record.replace(newRecord(place, memory));
      await sync.run('now');
      return { recoveryKey };
    },
    async changePlace(place) {
      await test(place);
      await sync.record.change((record) => ({ ...record, place }));
      await sync.run('now');
    },
    syncNow: () => sync.run('now'),
    async pause(paused) {
      await sync.record.change((record) => ({ ...record, paused }));
      if (!paused) await sync.run('now');
    },
    rename: (name) => renameDevice(context, name),
    async stop(withFiles) {
      const { place, memory } = await requireRecord(context);
      const replica = await context.vault.replication.replica();
      await sync.record.replace(null);
      await context.status.remove();
      // Sync is already off, so a failed removal is ignored. Files that stay in the store are encrypted.
      if (withFiles)
        await transportOf(place)
          .then((transport) => removeFiles(transport, memory.set, replica))
          .catch(() => undefined);
    },
    async removeDevice() {
      // Merges the other devices' changes first. If the round fails, no device is removed.
      await sync.run('now');
      const failure = (await context.status.read())?.failure;
      if (failure) throw new AppError(failure.code, failure.facts);
      const { place, memory } = await requireRecord(context);
      const transport = await transportOf(place);
      const next = withoutOthers(memory, random);
      const recoveryKey = await writeRecoverySlot(transport, next, random);
      await sync.record.change((record) => ({ ...record, memory: next }));
      await sync.run('now');
      await removeFiles(transport, memory.set);
      await removeRecoverySlot(transport, memory.set).catch(() => undefined);
      return { recoveryKey };
    },
    async renewRecoveryKey() {
      const { place, memory } = await requireRecord(context);
      return { recoveryKey: await writeRecoverySlot(await transportOf(place), memory, random) };
    },
  };
}
