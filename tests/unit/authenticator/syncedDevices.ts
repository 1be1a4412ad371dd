import { memoryStore } from '../../support/syncWorld';
import { pair, passphrase, place, syncDevice, type SyncDevice } from '../../support/syncDevice';

const start = 1_700_000_000_000;

/** The time of every device's clock and of the store, in Unix milliseconds. Only tests change it. */
export const time = { now: start };
export const clock = () => time.now;

/** The store that all devices share. */
export const store = memoryStore(clock);

/** Empties the store and resets the clock. */
export function startOver(): void {
  time.now = start;
  store.files.clear();
  store.requests.length = 0;
}

/** Returns the first device of a sync set. */
export async function first(): Promise<SyncDevice> {
  const device = await syncDevice(store.transport, { clock });
  await device.vault.create(passphrase);
  await device.service.connect(place, 'Desktop');
  return device;
}

/** Returns two paired devices. */
export async function both() {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  await pair(desktop, laptop, 'Laptop');
  return { desktop, laptop };
}

export const tick = () => (time.now += 1000);

/** Syncs every device twice, so that each receives the changes of all others. */
export async function settle(...devices: readonly SyncDevice[]) {
  for (let turn = 0; turn < 2; turn++)
    for (const { service } of devices) {
      tick();
      await service.syncNow();
    }
}

export const viewOf = async ({ service }: SyncDevice) => (await service.overview()).view;
export const issuers = async ({ vault }: SyncDevice) =>
  (await vault.list()).map(({ issuer }) => issuer);
export const failureOf = async (device: SyncDevice) =>
  (await viewOf(device))?.failure?.code ?? null;
