import { memoryStore } from '../../support/syncWorld';
import { pair, passphrase, place, syncDevice, type SyncDevice } from '../../support/syncDevice';

const start = 1_700_000_000_000;

/** The clock of every device and of the store, which only tests move. */
export const time = { now: start };
export const clock = () => time.now;

/** The folder that all devices share. */
export const store = memoryStore(clock);

/** Empties the store and sets the clock back. */
export function startOver(): void {
  time.now = start;
  store.files.clear();
  store.requests.length = 0;
}

/** A device that began a set. */
export async function first(): Promise<SyncDevice> {
  const device = await syncDevice(store.transport, { clock });
  await device.vault.create(passphrase);
  await device.service.connect(place, 'Desktop');
  return device;
}

/** Two devices of one set. */
export async function both() {
  const desktop = await first();
  const laptop = await syncDevice(store.transport, { clock });
  await pair(desktop, laptop, 'Laptop');
  return { desktop, laptop };
}

export const tick = () => (time.now += 1000);

/** Lets every device see the changes of the others. */
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
