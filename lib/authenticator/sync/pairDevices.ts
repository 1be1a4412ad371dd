import { AppError } from '../../errors';
import {
  awaitKey,
  endPairing,
  handOver,
  hearHello,
  newJoining,
  newMemory,
  newPairing,
  newRecord,
  openRecoverySlot,
  pairingCode,
  pairingDigits,
  readPairingCode,
  sayHello,
  wasFetched,
  type SyncPlace,
} from '../../sync';
import { deviceName, renameIfTaken } from './deviceNames';
import { checkPolicy, requireRecord, type SyncContext } from './syncContext';
import type { PairingState, SyncService } from './SyncService';

type ShowsCode = Pick<
  SyncService,
  'startPairing' | 'pollPairing' | 'confirmPairing' | 'cancelPairing'
>;

type ReadsCode = Pick<
  SyncService,
  'readCode' | 'startJoin' | 'pollJoin' | 'recover' | 'finishJoin' | 'cancelJoin'
>;

const withoutPassword = (place: SyncPlace): SyncPlace =>
  place.kind === 'webdav' ? { ...place, password: '' } : place;

/** Creates the pairing methods of a device in the set, which shows the code. */
export function showsCode(context: SyncContext): ShowsCode {
  const { pairing, random, clock, transportOf } = context;
  const transport = async () => transportOf((await requireRecord(context)).place);

  async function end(secret: string): Promise<void> {
    await pairing.remove();
    await endPairing(await transport(), secret);
  }

  return {
    async startPairing(withPassword) {
      const { place } = await requireRecord(context);
      const fresh = newPairing(random, clock());
      await pairing.write(fresh);
      return { text: pairingCode(fresh, withPassword ? place : withoutPassword(place)) };
    },
    async pollPairing(): Promise<PairingState> {
      const held = await pairing.read();
      if (!held) return { state: 'expired' };
      if (held.expiresAt <= clock()) {
        await end(held.secret);
        return { state: 'expired' };
      }
      const store = await transport();
      if (held.confirmed) {
        if (!(await wasFetched(store, held))) return { state: 'confirmed' };
        await end(held.secret);
        await context.sync.run('now');
        return { state: 'joined' };
      }
      const now = await hearHello(store, held, random);
      if (now !== held) await pairing.write(now);
      const digits = pairingDigits(now);
      return digits === null || !now.hello
        ? { state: 'waiting', expiresAt: now.expiresAt }
        : { state: 'digits', digits, name: now.hello.name };
    },
    async confirmPairing() {
      const held = await pairing.read();
      if (!held?.hello || held.expiresAt <= clock()) throw new AppError('sync/pairing-expired');
      const { memory } = await requireRecord(context);
      const { set, epoch, key } = memory;
      const tools = { key: { set, epoch, key }, sealing: await context.sealing(), random };
      await handOver(await transport(), held, tools);
      await pairing.write({ ...held, confirmed: true });
    },
    async cancelPairing() {
      const held = await pairing.read();
      if (held) await end(held.secret);
    },
  };
}

const withPassword = (place: SyncPlace, password: string | null): SyncPlace =>
  place.kind === 'webdav' && password !== null ? { ...place, password } : place;

/**
 * Creates the pairing methods of a new device, which has a code or the recovery key. Only `finishJoin` needs an
 * unlocked vault.
 */
export function readsCode(context: SyncContext): ReadsCode {
  const { joining, random, clock, sealing, transportOf, sync, vault } = context;

  return {
    readCode(text) {
      const { place } = readPairingCode(text);
      const needsPassword = place.kind === 'webdav' && place.password === '';
      return Promise.resolve({ place, needsPassword });
    },
    async startJoin(text, password, name) {
      const code = readPairingCode(text);
      const place = withPassword(code.place, password);
      await checkPolicy(context, place);
      const store = await transportOf(place);
      await store.list();
      const fresh = newJoining({ ...code, place }, deviceName(name), { random, now: clock() });
      await sayHello(store, fresh, { sealing: await sealing(), random });
      await joining.write({ ...fresh, key: null });
    },
    async pollJoin() {
      const held = await joining.read();
      if (held?.key) return { state: 'ready' };
      if (!held || held.expiresAt <= clock()) {
        await joining.remove();
        return { state: 'expired' };
      }
      const store = await transportOf(held.place);
      try {
        const { digits, key } = await awaitKey(store, held, await sealing());
        if (!key) return digits === null ? { state: 'waiting' } : { state: 'digits', digits };
        await joining.write({ ...held, key });
        await endPairing(store, held.secret);
        return { state: 'ready' };
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'sync/pairing-refused')) throw error;
        await joining.remove();
        return { state: 'refused' };
      }
    },
    async recover(place, recoveryKey, name) {
      await checkPolicy(context, place);
      const key = await openRecoverySlot(await transportOf(place), recoveryKey);
      const code = { place, secret: '', commitment: '' };
      const fresh = newJoining(code, deviceName(name), { random, now: clock() });
      await joining.write({ ...fresh, key });
    },
    async finishJoin() {
      const held = await joining.read();
      if (!held?.key) throw new AppError('sync/pairing-expired');
      const purged = (await sync.record.read())?.memory.purged;
      const memory = newMemory(held.key, held.name, purged);
      await context.status.remove();
      await sync.record.replace(newRecord(held.place, memory));
      await joining.remove();
      await sync.run('now');
      const failure = (await context.status.read())?.failure;
      if (failure) throw new AppError(failure.code, failure.facts);
      await renameIfTaken(context);
      await vault.touch();
    },
    async cancelJoin() {
      const held = await joining.read();
      await joining.remove();
      if (held && held.secret !== '')
        await transportOf(held.place)
          .then((store) => endPairing(store, held.secret))
          .catch(() => undefined);
    },
  };
}
